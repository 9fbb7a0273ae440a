package io.tasker.testing;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.event.EventPublishingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes down the attempts of the one task it listens to, and which of its events were refused. */
final class RunRecorder implements EngineListener {
  private final Supplier<Duration> elapsed;
  private final EventCapture events;
  private final List<StepAttempt> attempts = new ArrayList<>();

  RunRecorder(Supplier<Duration> elapsed, EventCapture events) {
    this.elapsed = elapsed;
    this.events = events;
  }

  List<StepAttempt> attempts() {
    return attempts;
  }

  @Override
  public void stepStarted(EngineEvent.StepStarted event) {
    attempts.add(new StepAttempt(event.step(), event.attempt(), elapsed.get(), Optional.empty()));
  }

  @Override
  public void stepFailed(EngineEvent.StepFailed event) {
    attempts.replaceAll(
        attempt ->
            attempt.step().equals(event.step()) && attempt.number() == event.attempt()
                ? new StepAttempt(
                    attempt.step(),
                    attempt.number(),
                    attempt.startedAfter(),
                    Optional.of(event.failure()))
                : attempt);
  }

  @Override
  public void eventFailed(EngineEvent.EventFailed event) {
    if (event.cause() instanceof EventPublishingException refused) {
      events.refuse(refused);
    }
  }
}
