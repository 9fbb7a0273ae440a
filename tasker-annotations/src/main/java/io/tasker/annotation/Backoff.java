package io.tasker.annotation;

/**
 * How the wait grows from one attempt of a step to the next. The names are those of a task
 * template's {@code retry.backoff}.
 */
public enum Backoff {
  /** No wait. */
  NONE,
  /** {@code base}, 2 × {@code base}, 3 × {@code base}, … */
  LINEAR,
  /** {@code base}, 2 × {@code base}, 4 × {@code base}, … */
  EXPONENTIAL,
  /** {@code base}, {@code base}, 2 × {@code base}, 3 × {@code base}, 5 × {@code base}, … */
  FIBONACCI
}
