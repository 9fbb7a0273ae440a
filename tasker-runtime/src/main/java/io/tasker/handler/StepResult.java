package io.tasker.handler;

import org.jspecify.annotations.Nullable;

/**
 * What a handler returns when a plain value does not say enough.
 *
 * @param <T> the type of the result
 */
public sealed interface StepResult<T> {

  /**
   * A result.
   *
   * @param <T> the type of the result
   * @param value the result
   */
  record Success<T>(@Nullable T value) implements StepResult<T> {}

  /**
   * Returns a success.
   *
   * @param <T> the type of the result
   * @param value the result
   * @return the success
   */
  static <T> StepResult<T> success(@Nullable T value) {
    return new Success<>(value);
  }
}
