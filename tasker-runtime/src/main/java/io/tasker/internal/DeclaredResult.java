package io.tasker.internal;

import io.tasker.handler.ErrorTypes;
import io.tasker.spi.HandlerDescriptor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** What a handler declares to return: whether that can be nothing, and as what it is written. */
public final class DeclaredResult {
  private final HandlerDescriptor handler;
  private final JacksonCodec codec;
  private final JavaType type;

  /**
   * Reads the declaration of a handler.
   *
   * @param handler the handler
   * @param codec the codec
   */
  public DeclaredResult(HandlerDescriptor handler, JacksonCodec codec) {
    this.handler = handler;
    this.codec = codec;
    this.type = codec.type(handler.result().type());
  }

  /**
   * Returns what a handler returned, or fails because it is nothing where there must be something.
   *
   * @param step the name of the step
   * @param returned what the handler returned
   * @return the result; an empty Optional in the place of null where one is declared
   * @throws io.tasker.handler.PermanentException if it is null and the handler declares a type that
   *     has no nothing
   */
  public @Nullable Object checked(String step, @Nullable Object returned) {
    if (returned != null || mayBeNothing()) {
      return returned;
    }
    if (EmptyValues.isKnownTo(type.getRawClass())) {
      return EmptyValues.of(type.getRawClass());
    }
    throw new BindingException(
        "Step '%s' (%s) returned null, but declares %s: return a value, or declare Optional<%s> or void"
            .formatted(
                step, handler.declaredAt(), type.toCanonical(), type.getRawClass().getSimpleName()),
        ErrorTypes.VALIDATION_ERROR,
        "INVALID_RESULT",
        null);
  }

  private boolean mayBeNothing() {
    return type.isJavaLangObject() || type.hasRawClass(Void.class) || type.hasRawClass(void.class);
  }

  /**
   * Returns the declared type.
   *
   * @return the type, {@code Object} if the handler declares none
   */
  public JavaType type() {
    return type;
  }

  /**
   * Returns a result as JSON, written as what it is declared to be, so that the elements of a list
   * keep the type ids that their declared type asks for.
   *
   * @param result the result; null stands for an empty object
   * @return the JSON; a node is returned as it is
   * @throws UnfitValueException if the result cannot be JSON
   */
  public JsonNode json(@Nullable Object result) {
    return codec.toTree(result, type);
  }
}
