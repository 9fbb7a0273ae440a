package io.tasker.internal;

import java.util.Locale;
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
  private static final String OUT_OF_RANGE = "a number out of its range";

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
    if (isPrimitive) {
      throw refused(context, handledType(), "null");
    }
    return super.getNullValue(context);
  }

  private static Double readDouble(JsonParser parser, DeserializationContext context) {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw refused(context, Double.class, OUT_OF_RANGE);
    }
    return value;
  }

  private static Float readFloat(JsonParser parser, DeserializationContext context) {
    double value = parser.getDoubleValue();
    float narrow = (float) value;
    if (!Float.isFinite(narrow)) {
      throw refused(context, Float.class, OUT_OF_RANGE);
    }
    return narrow;
  }

  private static Byte readByte(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      throw refused(context, Byte.class, "a number with a fraction or exponent");
    }
    int value = parser.getIntValue();
    if (value != (byte) value) {
      throw refused(context, Byte.class, OUT_OF_RANGE);
    }
    return (byte) value;
  }

  private static RefusedPayloadException refused(
      DeserializationContext context, Class<?> type, String found) {
    return new RefusedPayloadException(
        context.getParser(),
        "expected %s, found %s".formatted(type.getSimpleName().toLowerCase(Locale.ROOT), found));
  }
}
