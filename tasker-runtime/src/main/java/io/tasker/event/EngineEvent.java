package io.tasker.event;

import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import io.tasker.template.EventDeclaration;
import java.time.Duration;
import java.util.UUID;

/** Something that happened to a task or a step. */
public sealed interface EngineEvent {

  /**
   * Returns the task it happened to.
   *
   * @return the task
   */
  TaskIdentity task();

  /**
   * The names of a task.
   *
   * @param id the id of the task
   * @param correlationId the id that ties the task to the request it came from
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @param version the version of the workflow
   */
  record TaskIdentity(UUID id, UUID correlationId, String namespace, String name, String version) {}

  /**
   * A task was accepted and starts.
   *
   * @param task the task
   */
  record TaskStarted(TaskIdentity task) implements EngineEvent {}

  /**
   * A handler is about to be called.
   *
   * @param task the task
   * @param step the name of the step
   * @param templateStep the name of the step in the template; differs for batches only
   * @param attempt the number of the attempt, 1 for the first
   */
  record StepStarted(TaskIdentity task, String step, String templateStep, int attempt)
      implements EngineEvent {}

  /**
   * A step is complete.
   *
   * @param task the task
   * @param step the name of the step
   * @param templateStep the name of the step in the template; differs for batches only
   * @param attempt the number of the attempt
   * @param duration how long the attempt took
   */
  record StepSucceeded(
      TaskIdentity task, String step, String templateStep, int attempt, Duration duration)
      implements EngineEvent {}

  /**
   * An attempt failed; {@link RetryScheduled} follows if there is another one.
   *
   * @param task the task
   * @param step the name of the step
   * @param templateStep the name of the step in the template; differs for batches only
   * @param attempt the number of the attempt
   * @param duration how long the attempt took
   * @param failure why it failed
   */
  record StepFailed(
      TaskIdentity task,
      String step,
      String templateStep,
      int attempt,
      Duration duration,
      StepFailure failure)
      implements EngineEvent {}

  /**
   * A step waits for its next attempt.
   *
   * @param task the task
   * @param step the name of the step
   * @param templateStep the name of the step in the template; differs for batches only
   * @param nextAttempt the number of the attempt to come
   * @param delay the wait
   */
  record RetryScheduled(
      TaskIdentity task, String step, String templateStep, int nextAttempt, Duration delay)
      implements EngineEvent {}

  /**
   * A task has ended.
   *
   * @param task the task
   * @param state how it ended
   * @param duration the time since it was accepted
   */
  record TaskEnded(TaskIdentity task, TaskState state, Duration duration) implements EngineEvent {}

  /**
   * A domain event was handed over: to the subscribers' buffers, the sink or both.
   *
   * @param task the task
   * @param step the name of the step
   * @param event the name of the domain event
   * @param deliveryMode how it travelled
   */
  record EventPublished(
      TaskIdentity task, String step, String event, EventDeclaration.DeliveryMode deliveryMode)
      implements EngineEvent {}

  /**
   * A domain event was not published, or one of those who were to hear of it failed.
   *
   * @param task the task
   * @param step the name of the step
   * @param event the name of the domain event
   * @param where who failed, such as {@code publisher 'PaymentEvents'} or {@code subscriber
   *     'payment.*'}
   * @param cause what went wrong
   */
  record EventFailed(TaskIdentity task, String step, String event, String where, Throwable cause)
      implements EngineEvent {}

  /**
   * A domain event found a buffer full, or was still in it when the engine closed.
   *
   * @param task the task
   * @param step the name of the step
   * @param event the name of the domain event
   * @param where whose buffer
   * @param dropped how many this buffer has dropped so far, this one included
   */
  record EventDropped(TaskIdentity task, String step, String event, String where, long dropped)
      implements EngineEvent {}

  /**
   * A worker of a cluster gave a step up that it could neither run nor fail: it stays enqueued, and
   * no worker hears of it again, until an operator acts.
   *
   * @param task the task, without name and version, which are not known
   * @param stepUuid the id of the step
   * @param deliveries how often the step was tried
   * @param cause why it could not be claimed
   */
  record StepAbandoned(TaskIdentity task, UUID stepUuid, int deliveries, Throwable cause)
      implements EngineEvent {}
}
