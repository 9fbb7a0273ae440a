package io.tasker.engine;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners and keeps what they throw away from the task. */
final class Listeners implements EngineListener {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<EngineListener> listeners;

  Listeners(List<EngineListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  @Override
  public void taskStarted(EngineEvent.TaskStarted event) {
    tell(event, EngineListener::taskStarted);
  }

  @Override
  public void stepStarted(EngineEvent.StepStarted event) {
    tell(event, EngineListener::stepStarted);
  }

  @Override
  public void stepSucceeded(EngineEvent.StepSucceeded event) {
    tell(event, EngineListener::stepSucceeded);
  }

  @Override
  public void stepFailed(EngineEvent.StepFailed event) {
    tell(event, EngineListener::stepFailed);
  }

  @Override
  public void retryScheduled(EngineEvent.RetryScheduled event) {
    tell(event, EngineListener::retryScheduled);
  }

  @Override
  public void taskEnded(EngineEvent.TaskEnded event) {
    tell(event, EngineListener::taskEnded);
  }

  @Override
  public void eventPublished(EngineEvent.EventPublished event) {
    tell(event, EngineListener::eventPublished);
  }

  @Override
  public void eventFailed(EngineEvent.EventFailed event) {
    tell(event, EngineListener::eventFailed);
  }

  @Override
  public void eventDropped(EngineEvent.EventDropped event) {
    tell(event, EngineListener::eventDropped);
  }

  @Override
  public void stepAbandoned(EngineEvent.StepAbandoned event) {
    tell(event, EngineListener::stepAbandoned);
  }

  private <E extends EngineEvent> void tell(E event, BiConsumer<EngineListener, E> call) {
    for (EngineListener listener : listeners) {
      try {
        call.accept(listener, event);
      } catch (Throwable e) {
        // Foreign code at the edge: whatever it throws must not stop a task.
        LOG.warn(
            "Listener {} failed at {} of task {}",
            listener.getClass().getName(),
            event.getClass().getSimpleName(),
            event.task().id(),
            e);
      }
    }
  }
}
