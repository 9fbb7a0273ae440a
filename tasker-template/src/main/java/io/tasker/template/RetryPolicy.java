package io.tasker.template;

import java.time.Duration;
import java.util.Objects;

/**
 * When a failed step is tried again ({@code retry}).
 *
 * @param retryable false if every failure is permanent
 * @param maxAttempts the number of attempts, the first one included
 * @param backoff how the wait grows
 * @param base the first wait ({@code backoff_base_ms})
 * @param max the longest wait ({@code max_backoff_ms})
 */
public record RetryPolicy(
    boolean retryable, int maxAttempts, BackoffStrategy backoff, Duration base, Duration max) {

  /** The policy of a step that has none: three attempts, exponential from 1 s to 30 s. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(
          true, 3, BackoffStrategy.EXPONENTIAL, Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** Checks that nothing is null; ranges are a matter of the template checks. */
  public RetryPolicy {
    Objects.requireNonNull(backoff, "backoff");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(max, "max");
  }
}
