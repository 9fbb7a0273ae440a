package io.tasker;

import org.jspecify.annotations.Nullable;

/** The root of what the engine and the registry throw. */
public abstract class TaskerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   */
  protected TaskerException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   * @param cause the failure underneath, or null
   */
  protected TaskerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
