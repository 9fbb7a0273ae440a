package io.tasker.template.yaml;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/** The keys that bound and repeat the attempts of a step, alike in steps and in overrides. */
final class AttemptShape {
  /** Tasker Core's u32. */
  private static final long GREATEST_SECONDS = 0xFFFF_FFFFL;

  private AttemptShape() {}

  static Optional<Duration> timeout(Fields fields) {
    long seconds = fields.number("timeout_seconds", 0, GREATEST_SECONDS, -1);
    return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  static Optional<RetryPolicy> retry(Fields fields) {
    return fields
        .mapping("retry")
        .map(
            mapping -> {
              RetryPolicy absent = RetryPolicy.DEFAULT;
              Fields retry = fields.inner("retry", mapping);
              RetryPolicy policy =
                  new RetryPolicy(
                      retry.flag("retryable", absent.retryable()),
                      (int)
                          retry.number("max_attempts", 0, Integer.MAX_VALUE, absent.maxAttempts()),
                      retry.word("backoff", BackoffStrategy.class, absent.backoff()),
                      millis(retry, "backoff_base_ms", absent.base()),
                      millis(retry, "max_backoff_ms", absent.max()));
              retry.reportUnknown();
              return policy;
            });
  }

  private static Duration millis(Fields retry, String key, Duration absent) {
    return Duration.ofMillis(retry.number(key, 0, Long.MAX_VALUE, absent.toMillis()));
  }
}
