package io.tasker;

/** A template names a handler that there is not. */
public final class HandlerNotFoundException extends TaskerException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which step names what, and what there is instead
   */
  public HandlerNotFoundException(String message) {
    super(message);
  }
}
