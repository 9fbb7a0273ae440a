package io.tasker.internal;

import io.tasker.handler.PermanentException;
import org.jspecify.annotations.Nullable;

/** A value a handler needs that is absent or does not fit; permanent, since it will not change. */
final class BindingException extends PermanentException {
  private static final long serialVersionUID = 1L;

  BindingException(String message, String errorType, String code, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
  }
}
