package io.tasker.template;

import java.util.Locale;

/** How the wait between attempts grows ({@code retry.backoff}). */
public enum BackoffStrategy {
  /** No wait. */
  NONE,
  /** One base more at each attempt. */
  LINEAR,
  /** Twice as long at each attempt. */
  EXPONENTIAL,
  /** The sum of the two waits before, starting with one base twice. */
  FIBONACCI;

  /**
   * Returns the name in YAML.
   *
   * @return the name in lower case
   */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
