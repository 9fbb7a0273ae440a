package io.tasker.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The annotations beside {@code @Handler} on a method or, {@code @Retry} and {@code @Timeout} only,
 * on its class.
 *
 * @param after the steps that must be complete first
 * @param retry when a failed attempt is repeated
 * @param timeout the bound of one attempt, as written
 * @param fanOut the worker of a batch analyzer
 * @param events the events it publishes, in order
 */
public record StepSettings(
    List<Located<String>> after,
    Optional<RetryModel> retry,
    Optional<Located<String>> timeout,
    Optional<FanOutModel> fanOut,
    List<EventModel> events) {

  /** Copies the lists. */
  public StepSettings {
    after = List.copyOf(after);
    events = List.copyOf(events);
  }

  /** Creates settings without batches and events. */
  public StepSettings(
      List<Located<String>> after, Optional<RetryModel> retry, Optional<Located<String>> timeout) {
    this(after, retry, timeout, Optional.empty(), List.of());
  }
}
