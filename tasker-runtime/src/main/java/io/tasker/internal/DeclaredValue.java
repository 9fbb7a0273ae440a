package io.tasker.internal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A value to be written as its declared type says, as the component of a record would be: what it
 * contains has the type ids of its declared type and all else of its own. A writer for the type
 * would write what an interface declares and drop the rest.
 *
 * @param value the value
 * @param type the type it is declared as
 */
record DeclaredValue(@Nullable Object value, JavaType type) {

  /** Writes the value alone. */
  static final class Serializer extends StdSerializer<DeclaredValue> {
    Serializer() {
      super(DeclaredValue.class);
    }

    @Override
    public void serialize(
        DeclaredValue declared, JsonGenerator generator, SerializationContext context) {
      context
          .findTypedValueSerializer(declared.type(), true)
          .serialize(declared.value(), generator, context);
    }
  }
}
