package io.tasker.internal.event;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.event.EventPublishingException;
import io.tasker.event.StepOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what becomes of domain events and tells the engine's listeners, which throws nothing. */
final class EventReporter {
  private static final Logger LOG = LoggerFactory.getLogger("io.tasker.event");

  private final EngineListener listener;

  EventReporter(EngineListener listener) {
    this.listener = listener;
  }

  void published(Firing firing) {
    StepOutcome outcome = firing.outcome();
    listener.eventPublished(
        new EngineEvent.EventPublished(
            outcome.task(),
            outcome.step(),
            firing.event(),
            firing.declared().declaration().deliveryMode()));
  }

  void failed(Firing firing, String where, Throwable cause) {
    StepOutcome outcome = firing.outcome();
    if (cause instanceof EventPublishingException) {
      // Its message says it all; where it was thrown says nothing.
      LOG.warn("Step '{}' of task {}: {}", outcome.step(), outcome.task().id(), cause.getMessage());
    } else {
      LOG.warn(
          "Event '{}' of step '{}' of task {}: {} failed",
          firing.event(),
          outcome.step(),
          outcome.task().id(),
          where,
          cause);
    }
    listener.eventFailed(
        new EngineEvent.EventFailed(outcome.task(), outcome.step(), firing.event(), where, cause));
  }

  void dropped(Firing firing, String where, long count) {
    // Whoever is slow loses many events in a row; the log gets the 1st, 2nd, 4th, 8th …
    if (Long.bitCount(count) == 1) {
      LOG.warn(
          "Event '{}' of step '{}' of task {} dropped at {}, which is too slow; {} so far",
          firing.event(),
          firing.outcome().step(),
          firing.outcome().task().id(),
          where,
          count);
    }
    listener.eventDropped(
        new EngineEvent.EventDropped(
            firing.outcome().task(), firing.outcome().step(), firing.event(), where, count));
  }
}
