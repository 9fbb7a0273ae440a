package io.tasker.internal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads numbers of the types for which the mapper itself would read a text, wrap around or become
 * infinite.
 *
 * @param <N> the type of the number
 */
final class StrictNumber<N extends Number> extends StdScalarDeserializer<N> {
  private final Reader<N> reader;
  private final boolean isPrimitive;

  private interface Reader<N> {
    N read(JsonParser parser, DeserializationContext context);
  }

  private StrictNumber(Class<N> type, Reader<N> reader) {
    super(type);
    this.reader = reader;
    this.isPrimitive = type.isPrimitive();
  }

  static void addTo(SimpleModule module) {
    add(module, Double.class, double.class, StrictNumber::readDouble);
    add(module, Float.class, float.class, StrictNumber::readFloat);
    add(module, Byte.class, byte.class, StrictNumber::readByte);
  }

  private static <N extends Number> void add(
      SimpleModule module, Class<N> boxed, Class<N> primitive, Reader<N> reader) {
    module.addDeserializer(boxed, new StrictNumber<>(boxed, reader));
    module.addDeserializer(primitive, new StrictNumber<>(primitive, reader));
  }

  @Override
  @SuppressWarnings("unchecked") // the context gives the type it is asked for
  public N deserialize(JsonParser parser, DeserializationContext context) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return reader.read(parser, context);
    }
    return (N) context.handleUnexpectedToken(getValueType(context), parser);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return isPrimitive
        ? context.reportInputMismatch(this, "Cannot map `null` into type `%s`", handledType())
        : super.getNullValue(context);
  }

  private static Double readDouble(JsonParser parser, DeserializationContext context) {
    double value = parser.getDoubleValue();
    return Double.isFinite(value) ? value : outOfRange(context, Double.class);
  }

  private static Float readFloat(JsonParser parser, DeserializationContext context) {
    double value = parser.getDoubleValue();
    float narrow = (float) value;
    return Float.isFinite(narrow) ? narrow : outOfRange(context, Float.class);
  }

  private static Byte readByte(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      return context.reportInputMismatch(Byte.class, "Cannot read a fraction as `byte`");
    }
    int value = parser.getIntValue();
    return value == (byte) value ? (byte) value : outOfRange(context, Byte.class);
  }

  private static <N> N outOfRange(DeserializationContext context, Class<N> type) {
    return context.reportInputMismatch(
        type, "Numeric value out of range of `%s`", type.getSimpleName());
  }
}
