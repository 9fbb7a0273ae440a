package io.tasker.internal;

import io.tasker.handler.StepFailure;
import java.util.regex.Pattern;

/** Says in one line of bounded length why an attempt failed. */
public final class FailureLine {
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
  private static final int LENGTH = 2000;

  private FailureLine() {}

  /**
   * Returns the type, the code and the beginning of the message.
   *
   * @param failure the failure
   * @return for example {@code (permanent_error, CARD_DECLINED): The card was declined}
   */
  public static String of(StepFailure failure) {
    return "(%s%s): %s"
        .formatted(
            failure.errorType(),
            failure.code().map(code -> ", " + code).orElse(""),
            bounded(LINE_BREAKS.matcher(failure.message().strip()).replaceAll(" ")));
  }

  private static String bounded(String line) {
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
  }
}
