package io.tasker.worker.database;

import io.tasker.event.DomainEvent;
import java.util.List;

/**
 * What an attempt came to, as it is stored.
 *
 * @param isSuccess whether the step has a result
 * @param json the result or failure as JSON text, see {@link io.tasker.handler.StepExecutionResult}
 * @param events the durable events, sent if and only if the outcome is stored
 */
public record Outcome(boolean isSuccess, String json, List<DomainEvent> events) {

  /** Copies the events. */
  public Outcome {
    events = List.copyOf(events);
  }
}
