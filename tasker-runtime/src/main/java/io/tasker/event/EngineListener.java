package io.tasker.event;

/**
 * Is told what happens to tasks. The events of one task come one after the other and in order;
 * those of several tasks come concurrently. Called on the engine's threads, so it should be quick.
 * What it throws is logged and changes nothing. News of domain events comes on other threads and in
 * its own time.
 */
public interface EngineListener {

  /**
   * A task was accepted and starts.
   *
   * @param event which one
   */
  default void taskStarted(EngineEvent.TaskStarted event) {}

  /**
   * A handler is about to be called.
   *
   * @param event which one
   */
  default void stepStarted(EngineEvent.StepStarted event) {}

  /**
   * A step is complete.
   *
   * @param event which one
   */
  default void stepSucceeded(EngineEvent.StepSucceeded event) {}

  /**
   * An attempt failed.
   *
   * @param event which one and why
   */
  default void stepFailed(EngineEvent.StepFailed event) {}

  /**
   * A step waits for its next attempt.
   *
   * @param event which one and how long
   */
  default void retryScheduled(EngineEvent.RetryScheduled event) {}

  /**
   * A task has ended.
   *
   * @param event which one and how
   */
  default void taskEnded(EngineEvent.TaskEnded event) {}

  /**
   * A domain event was handed over.
   *
   * @param event which one
   */
  default void eventPublished(EngineEvent.EventPublished event) {}

  /**
   * A domain event was not published, or someone who was to hear of it failed.
   *
   * @param event which one, where and why
   */
  default void eventFailed(EngineEvent.EventFailed event) {}

  /**
   * A domain event found a buffer full.
   *
   * @param event which one and whose buffer
   */
  default void eventDropped(EngineEvent.EventDropped event) {}

  /**
   * A worker of a cluster gave a step up that it could neither run nor fail.
   *
   * @param event which one and why
   */
  default void stepAbandoned(EngineEvent.StepAbandoned event) {}
}
