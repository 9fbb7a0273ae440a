package io.tasker.handler;

/** Configuration that is absent or wrong. */
public class ConfigurationException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code CONFIGURATION_ERROR}.
   *
   * @param message what went wrong
   */
  public ConfigurationException(String message) {
    super(message, ErrorTypes.PERMANENT_ERROR, "CONFIGURATION_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code CONFIGURATION_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public ConfigurationException(String message, Throwable cause) {
    super(message, ErrorTypes.PERMANENT_ERROR, "CONFIGURATION_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public ConfigurationException(String message, String code) {
    super(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }
}
