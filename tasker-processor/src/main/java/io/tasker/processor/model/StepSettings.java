package io.tasker.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The annotations beside {@code @Handler} on a method or, but for {@code @After}, on its class.
 *
 * @param after the steps that must be complete first
 * @param retry when a failed attempt is repeated
 * @param timeout the bound of one attempt, as written
 */
public record StepSettings(
    List<Located<String>> after, Optional<RetryModel> retry, Optional<Located<String>> timeout) {

  /** Copies the steps. */
  public StepSettings {
    after = List.copyOf(after);
  }
}
