package io.tasker.worker;

import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.handler.StepFailure;
import io.tasker.worker.database.Claim;
import io.tasker.worker.database.StepClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that this worker had when it was killed, if it kept its identity. */
final class OrphanedSteps {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedSteps.class);
  private static final StepFailure KILLED =
      StepFailure.of("The worker ended before the handler did", "worker_killed", true);

  private final WorkerParts parts;
  private final StepClaims claims;
  private final Submission submission;

  OrphanedSteps(WorkerParts parts, StepClaims claims) {
    this.parts = parts;
    this.claims = claims;
    this.submission = new Submission(parts);
  }

  /** Fails them so that the orchestrator has them tried again, with the events of a failure. */
  void handBack() {
    List<StepClaims.Orphan> orphans = parts.database().transact(claims::orphans);
    orphans.forEach(this::handBack);
    if (!orphans.isEmpty()) {
      LOG.warn("Steps that this worker had when it was killed, handed back: {}", orphans.size());
    }
  }

  private void handBack(StepClaims.Orphan orphan) {
    Instant now = parts.clock().instant();
    if (find(orphan.claim()).orElse(null) instanceof ClaimedStep.Ready step) {
      StepFailure failure = step.row().checkpoint().map(OrphanedSteps::killedAt).orElse(KILLED);
      new StepEnding(parts, submission)
          .settle(step, now, new StepEnd.Failed(failure, Duration.ZERO, Map.of()));
    } else {
      ResultDocument.Run run =
          new ResultDocument.Run(
              orphan.claim().message().stepUuid(), orphan.isRetryable(), now, now);
      submission.submit(
          orphan.claim(), parts.document().failed(run, KILLED, Duration.ZERO, Map.of()));
    }
  }

  // A step that cannot be read, or not be run any more, is handed back all the same.
  private Optional<ClaimedStep> find(Claim claim) {
    try {
      return parts.database().transact(connection -> parts.intake().recall(connection, claim));
    } catch (RuntimeException e) {
      LOG.warn(
          "Step {} is handed back without its events: it cannot be read",
          claim.message().stepUuid(),
          e);
      return Optional.empty();
    }
  }

  // Where the attempt began is not known any more.
  private static StepFailure killedAt(StepCall.Checkpoint reached) {
    return new StepFailure(
        KILLED.message(),
        KILLED.errorType(),
        KILLED.code(),
        KILLED.retryable(),
        KILLED.retryAfter(),
        Map.of("checkpoint_progress", reached.cursor()),
        KILLED.cause());
  }
}
