package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.event.StepOutcome;
import io.tasker.handler.StepFailure;
import io.tasker.internal.AttemptEvents;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.internal.event.EventDispatch;
import io.tasker.internal.event.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Fires the domain events of steps: once an outcome is in the journal and the machine has said what
 * follows from it. Only decides which events they are; all that can fail or take time is behind the
 * dispatch.
 */
final class StepEvents {
  private static final Logger LOG = LoggerFactory.getLogger(StepEvents.class);

  private final EventDispatch dispatch;
  private final EngineTimer timer;
  private final TaskIds ids = new TaskIds();

  /**
   * Creates what fires events.
   *
   * @param dispatch publishes them
   * @param timer the sense of time
   */
  StepEvents(EventDispatch dispatch, EngineTimer timer) {
    this.dispatch = dispatch;
    this.timer = timer;
  }

  EventDispatch dispatch() {
    return dispatch;
  }

  /** Fires the events of an outcome; other news of an attempt fires none. */
  void after(TaskEvent event, LocalTask task, StepAttempt attempt, @Nullable StepFailure failure) {
    if (task.workflow().events().isEmpty()) {
      return;
    }
    boolean isOutcome = event instanceof TaskEvent.Success || event instanceof TaskEvent.StepFailed;
    if (!isOutcome && !(event instanceof TaskEvent.CheckpointYielded)) {
      return;
    }
    try {
      StepPlan step = attempt.plan();
      StepRecord record = task.data().record(step.index());
      AttemptEvents.Said said = attempt.endEvents().after(record.mentioned);
      record.mentioned = isOutcome ? Set.of() : said.mentioned();
      firings(
              task.workflow().events(step.definition().name()),
              outcome(task, step, attempt, failure),
              said,
              isOutcome ? () -> task.data().resultJson(step.index()) : null)
          .forEach(dispatch::publish);
    } catch (RuntimeException e) {
      // An event must not fail the step it tells of, not even where the engine is wrong.
      LOG.error("{}: the events of step '{}' are lost", task, attempt.plan().name(), e);
    }
  }

  private static StepOutcome outcome(
      LocalTask task, StepPlan step, StepAttempt attempt, @Nullable StepFailure failure) {
    return new StepOutcome(
        task.identity(),
        TaskIds.step(task.id(), step.index()),
        step.name(),
        attempt.number(),
        Optional.ofNullable(failure),
        task.data().record(step.index()).state() == StepState.WAITING_FOR_RETRY);
  }

  /**
   * Returns the events that an outcome is to publish: those of the handler in its order, then the
   * others in that of the template.
   *
   * @param declared the events of the step
   * @param outcome how the attempt ended
   * @param said what its handler said of them
   * @param result the step's result as JSON, or null to publish what the handler said alone
   */
  List<Firing> firings(
      List<DeclaredEvent> declared,
      StepOutcome outcome,
      AttemptEvents.Said said,
      @Nullable Supplier<JsonNode> result) {
    List<DeclaredEvent> met =
        declared.stream().filter(event -> outcome.meets(event.declaration().condition())).toList();
    if (met.isEmpty()) {
      return List.of();
    }
    Instant now = timer.now();
    List<Firing> firings = new ArrayList<>();
    for (AttemptEvents.Published published : said.published()) {
      for (DeclaredEvent event : met) {
        if (event.declaration().name().equals(published.event())) {
          firings.add(Firing.byHand(event, outcome, ids.task(now), now, published.payload()));
        }
      }
    }
    for (DeclaredEvent event : met) {
      if (result != null && !said.mentioned().contains(event.declaration().name())) {
        firings.add(Firing.of(event, outcome, ids.task(now), now, result));
      }
    }
    return firings;
  }
}
