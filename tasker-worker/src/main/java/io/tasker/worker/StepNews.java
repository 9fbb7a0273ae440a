package io.tasker.worker;

import io.tasker.engine.StepCall;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineEvent.TaskIdentity;
import io.tasker.event.EngineListener;
import io.tasker.handler.StepFailure;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happens to the steps of this worker.
 *
 * @param listeners who is told
 */
record StepNews(List<EngineListener> listeners) {
  private static final Logger LOG = LoggerFactory.getLogger(StepNews.class);

  StepNews {
    listeners = List.copyOf(listeners);
  }

  void started(StepCall call) {
    var event = new EngineEvent.StepStarted(identity(call), call.name(), call.attempt());
    tell(listener -> listener.stepStarted(event));
  }

  void succeeded(StepCall call, Duration duration) {
    var event =
        new EngineEvent.StepSucceeded(identity(call), call.name(), call.attempt(), duration);
    tell(listener -> listener.stepSucceeded(event));
  }

  void failed(StepCall call, Duration duration, StepFailure failure) {
    var event =
        new EngineEvent.StepFailed(identity(call), call.name(), call.attempt(), duration, failure);
    tell(listener -> listener.stepFailed(event));
  }

  void retried(StepCall call, Duration wait) {
    var event =
        new EngineEvent.RetryScheduled(identity(call), call.name(), call.attempt() + 1, wait);
    tell(listener -> listener.retryScheduled(event));
  }

  private void tell(Consumer<EngineListener> news) {
    for (EngineListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("Listener {} failed", listener.getClass().getName(), e);
      }
    }
  }

  private static TaskIdentity identity(StepCall call) {
    TaskTemplate template = call.workflow().template();
    return new TaskIdentity(
        call.taskUuid(),
        call.correlationId(),
        template.namespace(),
        template.name(),
        template.version());
  }
}
