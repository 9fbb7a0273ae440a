package io.tasker.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a test said about one step.
 *
 * @param answer what runs in the place of the handler, or null for the handler itself
 * @param failures how many attempts fail before that; {@code Integer.MAX_VALUE} for all
 * @param failure what these attempts throw, or null if none fails
 * @param duration how long each attempt takes in virtual time
 */
record StepStub(
    @Nullable StepAnswer answer, int failures, @Nullable Exception failure, Duration duration) {
  static final StepStub NONE = new StepStub(null, 0, null, Duration.ZERO);

  StepStub answering(StepAnswer value) {
    return new StepStub(value, failures, failure, duration);
  }

  StepStub failing(int attempts, Exception thrown) {
    return new StepStub(answer, attempts, thrown, duration);
  }

  StepStub taking(Duration time) {
    return new StepStub(answer, failures, failure, time);
  }

  boolean callsHandler() {
    return answer == null && failures < Integer.MAX_VALUE;
  }
}
