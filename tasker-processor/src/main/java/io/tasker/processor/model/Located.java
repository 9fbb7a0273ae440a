package io.tasker.processor.model;

import java.util.Objects;

/**
 * Something the user wrote, and where.
 *
 * @param value what was written
 * @param at where
 * @param <T> the type of the value
 */
public record Located<T>(T value, SourceRef at) {

  /** Checks that nothing is null. */
  public Located {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(at, "at");
  }
}
