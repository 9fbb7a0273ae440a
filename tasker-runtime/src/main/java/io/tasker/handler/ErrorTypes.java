package io.tasker.handler;

/** The error types of Tasker Core, as they appear in {@code error_type}. */
public final class ErrorTypes {
  /** A failure that no further attempt can heal. */
  public static final String PERMANENT_ERROR = "permanent_error";

  /** A failure that a further attempt may heal. */
  public static final String RETRYABLE_ERROR = "retryable_error";

  /** Input, configuration or an upstream result that does not fit; permanent. */
  public static final String VALIDATION_ERROR = "validation_error";

  /** A required upstream result that is absent; permanent. */
  public static final String DEPENDENCY_ERROR = "dependency_error";

  /** A handler that reports that something it called took too long; retryable. */
  public static final String TIMEOUT = "timeout";

  /** An exception of any other kind; retryable. */
  public static final String HANDLER_ERROR = "handler_error";

  /** An {@link Error}, such as a failed assertion; permanent. */
  public static final String HANDLER_PANIC = "handler_panic";

  /** An attempt that exceeded the step's timeout; retryable. */
  public static final String HANDLER_TIMEOUT = "handler_timeout";

  /** A step whose handler is not registered; permanent. */
  public static final String HANDLER_NOT_FOUND = "handler_not_found";

  private ErrorTypes() {}
}
