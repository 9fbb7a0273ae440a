package io.tasker.testing;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes down the attempts of the one task it listens to. */
final class RunRecorder implements EngineListener {
  private final Supplier<Duration> elapsed;
  private final List<StepAttempt> attempts = new ArrayList<>();

  RunRecorder(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
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
}
