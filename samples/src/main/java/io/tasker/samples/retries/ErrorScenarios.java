package io.tasker.samples.retries;

import io.tasker.annotation.Backoff;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Workflow;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;

/**
 * The three ways a step can end. What a handler throws says whether another attempt makes sense.
 */
@Workflow(
    namespace = "error_scenarios",
    name = "error_scenarios",
    description = "Ends as its input says.")
public final class ErrorScenarios {
  private ErrorScenarios() {}

  enum Scenario {
    SUCCESS,
    TEMPORARY_ERROR,
    PERMANENT_ERROR
  }

  record Outcome(String status, String message) {}

  @Handler
  @Retry(maxAttempts = 3, backoff = Backoff.FIBONACCI, base = "1s", max = "10s")
  static Outcome perform(@Input("scenario") Scenario scenario) {
    return switch (scenario) {
      case SUCCESS -> new Outcome("success", "Everything went well");
      case TEMPORARY_ERROR ->
          throw new RetryableException("The service is busy", "TEMPORARY_ERROR");
      case PERMANENT_ERROR ->
          throw new PermanentException("The account is closed", "ACCOUNT_CLOSED");
    };
  }
}
