package io.tasker.worker;

import io.tasker.engine.OutcomeEvents;
import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.event.StepOutcome;
import io.tasker.handler.StepFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Settles a step: writes what it came to, stores that with the step's durable events, and tells
 * those who listen once it is stored.
 *
 * @param parts what all steps share
 * @param submission stores outcomes
 */
record StepEnding(WorkerParts parts, Submission submission) {

  /**
   * Settles a step.
   *
   * @param claimed the step
   * @param started when the handler began
   * @param last the last checkpoint that this attempt stored, or null for none
   * @param end what the attempt came to
   */
  void settle(
      ClaimedStep claimed, Instant started, StepCall.@Nullable Checkpoint last, StepEnd end) {
    settle(
        claimed,
        started,
        claimed instanceof ClaimedStep.Ready batch ? positioned(end, batch.call(), last) : end);
  }

  /**
   * Settles a step of which all is said.
   *
   * @param claimed the step
   * @param started when the handler began
   * @param end what the attempt came to, with how far a batch got
   */
  void settle(ClaimedStep claimed, Instant started, StepEnd end) {
    Instant ended = parts.clock().instant();
    ResultDocument.Written document =
        document(
            new ResultDocument.Run(
                claimed.claim().message().stepUuid(), claimed.isRetryable(), started, ended),
            end);
    if (claimed instanceof ClaimedStep.Ready ready) {
      StepCall call = ready.call();
      StepOutcome outcome = outcome(ready, call, document);
      OutcomeEvents events = parts.runner().events(call, outcome, result(end), end.events());
      if (submission.submit(ready.claim(), document, events)) {
        tell(call, outcome, end, elapsed(started, ended));
      }
    } else {
      submission.submit(claimed.claim(), document);
    }
  }

  // Whoever looks at a failed batch sees what is done; the next attempt reads the checkpoint.
  private static StepEnd positioned(
      StepEnd end, StepCall begun, StepCall.@Nullable Checkpoint last) {
    if (!(end instanceof StepEnd.Failed failed)) {
      return end;
    }
    return BatchPosition.of(begun, last)
        .<StepEnd>map(
            position ->
                new StepEnd.Failed(
                    position.addTo(failed.failure()), failed.retryAfter(), failed.metadata()))
        .orElse(end);
  }

  // Clocks step back.
  private static Duration elapsed(Instant started, Instant ended) {
    Duration elapsed = Duration.between(started, ended);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  private ResultDocument.Written document(ResultDocument.Run run, StepEnd end) {
    if (end instanceof StepEnd.Completed completed) {
      return parts.document().completed(run, completed);
    }
    StepEnd.Failed failed = (StepEnd.Failed) end;
    return parts.document().failed(run, failed.failure(), failed.retryAfter(), failed.metadata());
  }

  // What cannot be stored as a result is a failure by now, so the document decides.
  private static StepOutcome outcome(
      ClaimedStep.Ready ready, StepCall call, ResultDocument.Written document) {
    StepFailure failure = document.failure();
    return new StepOutcome(
        StepNews.identity(call),
        call.stepUuid(),
        call.name(),
        call.attempt(),
        Optional.ofNullable(failure),
        failure != null && failure.retryable() && ready.row().hasFurtherAttempt());
  }

  private static JsonNode result(StepEnd end) {
    return end instanceof StepEnd.Completed completed
        ? completed.result()
        : JsonNodeFactory.instance.nullNode();
  }

  private void tell(StepCall call, StepOutcome outcome, StepEnd end, Duration duration) {
    if (outcome.failure().isEmpty()) {
      parts.news().succeeded(call, duration);
      return;
    }
    parts.news().failed(call, duration, outcome.failure().get());
    if (outcome.isRetried() && end instanceof StepEnd.Failed failed) {
      parts.news().retried(call, failed.retryAfter());
    }
  }
}
