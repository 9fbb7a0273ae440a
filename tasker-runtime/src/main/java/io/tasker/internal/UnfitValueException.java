package io.tasker.internal;

import org.jspecify.annotations.Nullable;

/** A value that does not fit the type it was asked for as, or cannot be JSON. */
public final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  UnfitValueException(String message, String path, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /**
   * Returns where in the value the problem lies.
   *
   * @return JSON field names joined by dots; empty for the value as a whole
   */
  public String path() {
    return path;
  }
}
