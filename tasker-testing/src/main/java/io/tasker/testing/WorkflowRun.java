package io.tasker.testing;

import io.tasker.StepReport;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A workflow that ran in virtual time: the result of the task, and what happened on the way to it.
 * The same test gives the same run each time, but for the ids.
 */
public final class WorkflowRun implements TaskResult {
  private final TaskResult result;
  private final List<StepAttempt> attempts;
  private final EventCapture events;
  private final Duration elapsed;

  WorkflowRun(
      TaskResult result, List<StepAttempt> attempts, EventCapture events, Duration elapsed) {
    this.result = result;
    this.attempts = List.copyOf(attempts);
    this.events = events;
    this.elapsed = elapsed;
  }

  /**
   * Returns how long the task took in virtual time: the waits between attempts and nothing else,
   * unless a handler is {@linkplain WorkflowTest#taking said to take} a while.
   *
   * @return the time
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * Returns all attempts of all steps.
   *
   * @return the attempts in the order they started; unmodifiable
   */
  public List<StepAttempt> attempts() {
    return attempts;
  }

  /**
   * Returns the attempts of one step.
   *
   * @param step the name of the step
   * @return the attempts in order; empty for a step that never started
   * @throws IllegalArgumentException if the task has no such step
   */
  public List<StepAttempt> attempts(String step) {
    String name = result.step(step).name();
    return attempts.stream().filter(attempt -> attempt.step().equals(name)).toList();
  }

  /**
   * Returns the steps that started.
   *
   * @return the step names in the order of their first attempts; unmodifiable
   */
  public List<String> startedSteps() {
    return attempts.stream().map(StepAttempt::step).distinct().toList();
  }

  /**
   * Returns the domain events that were published, whatever their way of delivery.
   *
   * @return the events in the order they were fired
   */
  public EventCapture events() {
    return events;
  }

  @Override
  public UUID id() {
    return result.id();
  }

  @Override
  public String workflow() {
    return result.workflow();
  }

  @Override
  public TaskState state() {
    return result.state();
  }

  @Override
  public List<StepReport> steps() {
    return result.steps();
  }

  @Override
  public StepReport step(String name) {
    return result.step(name);
  }

  @Override
  public Optional<StepReport> find(String name) {
    return result.find(name);
  }

  @Override
  public Optional<String> failure() {
    return result.failure();
  }

  @Override
  public JsonNode json() {
    return result.json();
  }

  @Override
  public String toString() {
    return "task in %s after %s:%s".formatted(state().coreName(), elapsed, StepTable.of(steps()));
  }
}
