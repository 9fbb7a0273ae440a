package io.tasker.worker;

import io.tasker.handler.StepFailure;
import io.tasker.worker.database.StepClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that this worker had when it was killed, if it kept its identity. */
final class OrphanedSteps {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedSteps.class);
  private static final StepFailure KILLED =
      StepFailure.of("The worker ended before the handler did", "worker_killed", true);

  private final WorkerParts parts;
  private final StepClaims claims;

  OrphanedSteps(WorkerParts parts, StepClaims claims) {
    this.parts = parts;
    this.claims = claims;
  }

  /** Fails them so that the orchestrator has them tried again. */
  void handBack() {
    List<StepClaims.Orphan> orphans = parts.database().transact(claims::orphans);
    for (StepClaims.Orphan orphan : orphans) {
      Instant now = parts.clock().instant();
      ResultDocument.Run run =
          new ResultDocument.Run(
              orphan.claim().message().stepUuid(), orphan.isRetryable(), now, now);
      new Submission(parts)
          .submit(orphan.claim(), parts.document().failed(run, KILLED, Duration.ZERO, Map.of()));
    }
    if (!orphans.isEmpty()) {
      LOG.warn("Handed back {} steps that this worker had when it was killed", orphans.size());
    }
  }
}
