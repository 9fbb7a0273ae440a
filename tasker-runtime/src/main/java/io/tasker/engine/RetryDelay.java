package io.tasker.engine;

import io.tasker.template.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a step waits before its next attempt. */
final class RetryDelay {
  /** Tasker Core's bound for a wait that a handler asks for. */
  static final Duration LONGEST_REQUESTED = Duration.ofMinutes(5);

  private RetryDelay() {}

  /**
   * Returns the wait. One that the handler asked for wins over the policy and its bound, because a
   * server that says "not before" is asked in vain before.
   *
   * @param policy the retry policy of the step
   * @param failedAttempt the number of the attempt that failed, 1 for the first
   * @param requested the wait the handler asked for, or null
   * @param jitter the factor that varies the policy's wait
   * @return the wait
   */
  static Duration after(
      RetryPolicy policy, int failedAttempt, @Nullable Duration requested, double jitter) {
    if (requested != null) {
      return requested.compareTo(LONGEST_REQUESTED) > 0 ? LONGEST_REQUESTED : requested;
    }
    double millis = policy.base().toMillis() * factor(policy, failedAttempt) * jitter;
    return Duration.ofMillis((long) Math.min(millis, (double) policy.max().toMillis()));
  }

  // In floating point, because the growth of a hundred attempts does not fit a long.
  private static double factor(RetryPolicy policy, int failedAttempt) {
    return switch (policy.backoff()) {
      case NONE -> 0;
      case LINEAR -> failedAttempt;
      case EXPONENTIAL -> Math.pow(2, failedAttempt - 1.0);
      case FIBONACCI -> fibonacci(failedAttempt);
    };
  }

  private static double fibonacci(int position) {
    double previous = 0;
    double current = 1;
    for (int i = 1; i < position; i++) {
      double next = previous + current;
      previous = current;
      current = next;
    }
    return current;
  }
}
