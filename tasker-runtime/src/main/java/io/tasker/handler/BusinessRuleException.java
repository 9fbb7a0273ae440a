package io.tasker.handler;

/** A rule of the business that forbids what the step tried. */
public class BusinessRuleException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code BUSINESS_RULE_ERROR}.
   *
   * @param message what went wrong
   */
  public BusinessRuleException(String message) {
    super(message, ErrorTypes.PERMANENT_ERROR, "BUSINESS_RULE_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code BUSINESS_RULE_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public BusinessRuleException(String message, Throwable cause) {
    super(message, ErrorTypes.PERMANENT_ERROR, "BUSINESS_RULE_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public BusinessRuleException(String message, String code) {
    super(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }
}
