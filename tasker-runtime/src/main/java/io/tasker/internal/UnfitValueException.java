package io.tasker.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that does not fit the type it was asked for as, or cannot be JSON. Neither its message
 * nor a cause quotes the value.
 */
public final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String position;
  private final String path;
  private final String reason;

  UnfitValueException(String position, String path, String reason) {
    super(
        Stream.of(position, path, reason)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": ")));
    this.position = position;
    this.path = path;
    this.reason = reason;
  }

  /**
   * Returns where in a JSON text the problem lies.
   *
   * @return for example {@code line 2, column 7}; empty if the value was no text
   */
  public String position() {
    return position;
  }

  /**
   * Returns where in the value the problem lies.
   *
   * @return JSON field names joined by dots, {@code *} for a key of a map; empty for the value as a
   *     whole
   */
  public String path() {
    return path;
  }

  /**
   * Returns what is wrong there.
   *
   * @return for example {@code expected int, found a text}
   */
  public String reason() {
    return reason;
  }
}
