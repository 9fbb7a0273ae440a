package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.event.StepOutcome;
import io.tasker.handler.StepFailure;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.internal.event.EventDispatch;
import io.tasker.internal.event.Firing;
import io.tasker.template.TaskTemplate;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires the domain events of steps: once an outcome is in the journal and the machine has said what
 * follows from it. Only decides which events they are; all that can fail or take time is behind the
 * dispatch.
 */
final class StepEvents {
  private static final Logger LOG = LoggerFactory.getLogger(StepEvents.class);

  // By template, which is the same object for all tasks of a workflow, and by step.
  private final IdentityHashMap<TaskTemplate, Map<String, List<DeclaredEvent>>> declared;
  private final EventDispatch dispatch;
  private final EngineTimer timer;
  private final TaskIds ids = new TaskIds();

  /**
   * Creates what fires events.
   *
   * @param declared the events of the steps that have any; by identity of the template
   * @param dispatch publishes them
   * @param timer the sense of time
   */
  StepEvents(
      IdentityHashMap<TaskTemplate, Map<String, List<DeclaredEvent>>> declared,
      EventDispatch dispatch,
      EngineTimer timer) {
    this.declared = declared;
    this.dispatch = dispatch;
    this.timer = timer;
  }

  EventDispatch dispatch() {
    return dispatch;
  }

  /** Fires the events of an outcome; other news of an attempt fires none. */
  void after(TaskEvent event, LocalTask task, StepAttempt attempt, @Nullable StepFailure failure) {
    if (declared.isEmpty()) {
      return;
    }
    if (!(event instanceof TaskEvent.StepSucceeded || event instanceof TaskEvent.StepFailed)) {
      return;
    }
    try {
      StepPlan step = attempt.plan();
      List<DeclaredEvent> events = events(task, step);
      if (!events.isEmpty()) {
        fire(events, outcome(task, step, attempt, failure), task.data(), step.index());
      }
    } catch (RuntimeException e) {
      // An event must not fail the step it tells of, not even where the engine is wrong.
      LOG.error("{}: the events of step '{}' are lost", task, attempt.plan().name(), e);
    }
  }

  private List<DeclaredEvent> events(LocalTask task, StepPlan step) {
    return declared
        .getOrDefault(task.workflow().plan().template(), Map.of())
        .getOrDefault(step.definition().name(), List.of());
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

  private void fire(List<DeclaredEvent> events, StepOutcome outcome, TaskData data, int step) {
    Instant now = timer.now();
    for (DeclaredEvent event : events) {
      if (outcome.meets(event.declaration().condition())) {
        dispatch.fire(new Firing(event, outcome, ids.task(now), now, () -> data.resultJson(step)));
      }
    }
  }
}
