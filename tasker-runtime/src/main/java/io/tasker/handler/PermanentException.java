package io.tasker.handler;

/** A failure that no further attempt can heal. */
public class PermanentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong and what to do
   */
  public PermanentException(String message) {
    super(message);
  }
}
