package io.tasker.template.problem;

import java.util.Locale;

/** How much a problem matters. */
public enum Severity {
  /** The template cannot be used. */
  ERROR,
  /** The template can be used, but something in it has no effect or an unlikely one. */
  WARNING,
  /** Worth knowing; nothing has to change. */
  NOTE;

  /**
   * Returns the word for messages.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
