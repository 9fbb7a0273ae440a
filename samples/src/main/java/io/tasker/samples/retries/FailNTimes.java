package io.tasker.samples.retries;

import io.tasker.annotation.Config;
import io.tasker.annotation.Handler;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;

/**
 * A step that works after some attempts. The templates next to it say how many fail and how many
 * there may be; each names it by another of its names.
 */
public final class FailNTimes {
  private FailNTimes() {}

  record Success(int attempts, String status) {}

  @Handler(
      value = "fail_n_times",
      aliases = {"fail_twice_then_succeed", "always_fail"})
  static Success failNTimes(@Config("fail_count") int failures, StepContext context) {
    if (context.attempt() <= failures) {
      throw new RetryableException(
          "Attempt %d of %d fails on purpose".formatted(context.attempt(), failures));
    }
    return new Success(context.attempt(), "succeeded");
  }
}
