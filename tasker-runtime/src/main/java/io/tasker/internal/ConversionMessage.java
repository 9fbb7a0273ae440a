package io.tasker.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says what is wrong with a value that does not fit, by the types alone. The mapper's own texts
 * quote the value, which is payload and must not end up in a log, and its settings, which no user
 * of the codec can change.
 */
final class ConversionMessage {
  static final String TOO_DEEP = "it is nested too deeply, perhaps because it contains itself";

  private ConversionMessage() {}

  /** Returns what kept a value from being read. */
  static String ofReading(JacksonException e) {
    if (e instanceof RefusedPayloadException refused) {
      return refused.getOriginalMessage();
    }
    if (e instanceof StreamConstraintsException) {
      return "it exceeds a bound: of its length, of its nesting or of the digits of a number";
    }
    if (e instanceof InputCoercionException coercion) {
      return expected(coercion.getTargetType()) + ", found a number out of its range";
    }
    if (e instanceof UnexpectedEndOfInputException) {
      return "the text ends before the JSON does";
    }
    if (e.getOriginalMessage().startsWith("Duplicate ")) {
      return "an object has the same field twice";
    }
    if (e.getOriginalMessage().startsWith("Trailing ")) {
      return "there is more text after the JSON";
    }
    if (e instanceof StreamReadException) {
      return "the text is not JSON here";
    }
    if (e instanceof ValueInstantiationException instantiation) {
      return refused(instantiation.getType().getRawClass(), instantiation.getCause());
    }
    if (e instanceof InvalidTypeIdException typeId) {
      return typeId.getTypeId() == null
          ? expected(typeId.getBaseType().getRawClass()) + ", found an object without a type id"
          : expected(typeId.getBaseType().getRawClass()) + ", found an unknown type id";
    }
    if (e instanceof InvalidDefinitionException definition && definition.getType() != null) {
      return name(definition.getType().getRawClass()) + " cannot be read from JSON";
    }
    if (e instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch);
    }
    return "it cannot be read (" + cause(e) + ")";
  }

  /** Returns what kept a value from being written. */
  static String ofWriting(JacksonException e) {
    if (e instanceof RefusedPayloadException refused) {
      return refused.getOriginalMessage();
    }
    if (e instanceof StreamConstraintsException) {
      return TOO_DEEP;
    }
    if (e instanceof InvalidDefinitionException definition && definition.getType() != null) {
      return name(definition.getType().getRawClass()) + " has no form as JSON";
    }
    return "it cannot be written (" + cause(e) + ")";
  }

  private static String mismatch(MismatchedInputException e) {
    Class<?> target = e.getTargetType();
    String found = found(e.getCurrentToken());
    if (e instanceof InvalidFormatException format && format.getValue() instanceof String) {
      found = target == null || isNumeric(target) ? "a text" : "a text of another form";
    }
    return expected(target) + ", found " + found;
  }

  private static boolean isNumeric(Class<?> type) {
    return type.isPrimitive() || Number.class.isAssignableFrom(type);
  }

  private static String found(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a whole number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or exponent";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
    };
  }

  private static String expected(@Nullable Class<?> type) {
    return "expected " + (type == null ? "another type" : name(type));
  }

  private static String name(Class<?> type) {
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    if (Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (type == Optional.class) {
      return "a value";
    }
    return type.isEnum() ? type.getSimpleName() + " " + constants(type) : type.getSimpleName();
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> jsonName((Enum<?>) constant))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String jsonName(Enum<?> constant) {
    String name = constant.name();
    try {
      JsonProperty renamed =
          constant.getDeclaringClass().getField(name).getAnnotation(JsonProperty.class);
      return renamed == null || renamed.value().isEmpty() ? name : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError("An enum has a field for each constant", e);
    }
  }

  private static String refused(Class<?> type, @Nullable Throwable thrown) {
    return thrown == null
        ? name(type) + " cannot be created from it"
        : type.getSimpleName() + " refuses it (" + reason(unwrapped(thrown)) + ")";
  }

  // What the author of a payload type says is meant to be read; what the JDK says quotes the value.
  private static String reason(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    StackTraceElement[] frames = thrown.getStackTrace();
    if (frames.length > 0 && !isOfJdk(frames[0]) && thrown.getMessage() != null) {
      return name + ": " + thrown.getMessage();
    }
    return Arrays.stream(frames)
        .filter(frame -> !isOfJdk(frame))
        .findFirst()
        .map(frame -> name + " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse(name);
  }

  private static boolean isOfJdk(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof InvocationTargetException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static String cause(JacksonException e) {
    Throwable cause = e.getCause();
    return cause == null || cause instanceof JacksonException
        ? e.getClass().getSimpleName()
        : reason(unwrapped(cause));
  }
}
