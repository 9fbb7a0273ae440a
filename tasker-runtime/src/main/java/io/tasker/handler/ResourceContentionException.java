package io.tasker.handler;

/** Something another worker holds for now. */
public class ResourceContentionException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code RESOURCE_CONTENTION}.
   *
   * @param message what went wrong
   */
  public ResourceContentionException(String message) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "RESOURCE_CONTENTION", null);
  }

  /**
   * Creates the exception with the code {@code RESOURCE_CONTENTION}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public ResourceContentionException(String message, Throwable cause) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "RESOURCE_CONTENTION", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public ResourceContentionException(String message, String code) {
    super(message, ErrorTypes.RETRYABLE_ERROR, code, null);
  }
}
