package io.tasker.internal;

import io.tasker.handler.PermanentException;
import org.jspecify.annotations.Nullable;

/** A value that is absent or does not fit what is declared; permanent, since it will not change. */
final class BindingException extends PermanentException {
  private static final long serialVersionUID = 1L;

  BindingException(String message, String errorType, String code, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
  }
}
