package io.tasker.handler;

import org.jspecify.annotations.Nullable;

/**
 * A failure that no further attempt can heal.
 *
 * <pre>{@code
 * throw new PermanentException("Cart is empty", "EMPTY_CART").with("customer", id);
 * }</pre>
 */
public non-sealed class PermanentException extends StepException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception without a code.
   *
   * @param message what went wrong and what to do
   */
  public PermanentException(String message) {
    this(message, ErrorTypes.PERMANENT_ERROR, null, null);
  }

  /**
   * Creates the exception without a code.
   *
   * @param message what went wrong and what to do
   * @param cause the failure underneath
   */
  public PermanentException(String message, Throwable cause) {
    this(message, ErrorTypes.PERMANENT_ERROR, null, cause);
  }

  /**
   * Creates the exception.
   *
   * @param message what went wrong and what to do
   * @param code the code that programs read
   */
  public PermanentException(String message, String code) {
    this(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }

  /**
   * Creates the exception.
   *
   * @param message what went wrong and what to do
   * @param code the code that programs read
   * @param cause the failure underneath
   */
  public PermanentException(String message, String code, Throwable cause) {
    this(message, ErrorTypes.PERMANENT_ERROR, code, cause);
  }

  /**
   * Creates the exception with an error type of its own.
   *
   * @param message what went wrong and what to do
   * @param errorType one of {@link ErrorTypes}
   * @param code the code that programs read, or null
   * @param cause the failure underneath, or null
   */
  protected PermanentException(
      String message, String errorType, @Nullable String code, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
  }

  /**
   * Adds a fact about the failure.
   *
   * @param key the name of the fact
   * @param value a value that can be written as JSON
   * @return this exception
   */
  public PermanentException with(String key, Object value) {
    put(key, value);
    return this;
  }
}
