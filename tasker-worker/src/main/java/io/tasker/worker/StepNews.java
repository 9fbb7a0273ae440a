package io.tasker.worker;

import io.tasker.engine.StepCall;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineEvent.TaskIdentity;
import io.tasker.event.EngineListener;
import io.tasker.handler.StepFailure;
import io.tasker.template.TaskTemplate;
import io.tasker.worker.database.Delivery;
import io.tasker.worker.database.StepMessage;
import java.time.Duration;

/**
 * Tells listeners what happens to the steps of this worker.
 *
 * @param listener who is told; throws nothing
 */
record StepNews(EngineListener listener) {
  void started(StepCall call) {
    var event =
        new EngineEvent.StepStarted(
            identity(call), call.name(), call.templateStep(), call.attempt());
    listener.stepStarted(event);
  }

  void succeeded(StepCall call, Duration duration) {
    var event =
        new EngineEvent.StepSucceeded(
            identity(call), call.name(), call.templateStep(), call.attempt(), duration);
    listener.stepSucceeded(event);
  }

  void failed(StepCall call, Duration duration, StepFailure failure) {
    var event =
        new EngineEvent.StepFailed(
            identity(call), call.name(), call.templateStep(), call.attempt(), duration, failure);
    listener.stepFailed(event);
  }

  void retried(StepCall call, Duration wait) {
    var event =
        new EngineEvent.RetryScheduled(
            identity(call), call.name(), call.templateStep(), call.attempt() + 1, wait);
    listener.retryScheduled(event);
  }

  void abandoned(Delivery delivery, StepMessage message, Throwable cause) {
    var task =
        new TaskIdentity(message.taskUuid(), message.correlationId(), delivery.namespace(), "", "");
    listener.stepAbandoned(
        new EngineEvent.StepAbandoned(task, message.stepUuid(), delivery.count(), cause));
  }

  static TaskIdentity identity(StepCall call) {
    TaskTemplate template = call.workflow().template();
    return new TaskIdentity(
        call.taskUuid(),
        call.correlationId(),
        template.namespace(),
        template.name(),
        template.version());
  }
}
