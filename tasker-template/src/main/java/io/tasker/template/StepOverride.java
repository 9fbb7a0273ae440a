package io.tasker.template;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an environment changes in a step ({@code environments.<name>.steps}).
 *
 * @param step the step name, or {@code ALL} for every step
 * @param initialization entries merged into the configuration, key by key
 * @param timeout the timeout that replaces the step's, or empty
 * @param retry the policy that replaces the step's as a whole, or empty
 */
public record StepOverride(
    String step,
    Map<String, Object> initialization,
    Optional<Duration> timeout,
    Optional<RetryPolicy> retry) {

  /** Copies the configuration. */
  public StepOverride {
    Objects.requireNonNull(step, "step");
    initialization = OpenData.copyOf(initialization);
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(retry, "retry");
  }
}
