package io.tasker.processor;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a defect of the processor into one error at the class that was being read. */
final class InternalFailure {
  private static final int FRAMES = 8;

  private InternalFailure() {}

  static Problem problem(Throwable failure, SourceRef reading) {
    List<String> details = new ArrayList<>();
    Arrays.stream(failure.getStackTrace())
        .limit(FRAMES)
        .forEach(frame -> details.add("at " + frame));
    details.add("fix: please report this with the lines above and the handler class.");
    return Problem.error(
        Code.INTERNAL, reading, "the processor failed on this class: " + failure + ".", details);
  }
}
