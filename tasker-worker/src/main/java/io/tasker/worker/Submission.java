package io.tasker.worker;

import io.tasker.engine.OutcomeEvents;
import io.tasker.event.DomainEvent;
import io.tasker.worker.database.Claim;
import io.tasker.worker.database.Database;
import io.tasker.worker.database.DatabaseException;
import io.tasker.worker.database.Outcome;
import io.tasker.worker.database.StepResults.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what attempts came to, trying again until the database takes it, refuses it or the worker
 * gives up.
 *
 * @param parts what all steps share
 */
record Submission(WorkerParts parts) {
  private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

  /**
   * Stores a document and sends the durable events of the outcome in the same transaction; returns
   * whether the step has it now. No event keeps a step from its outcome: if the database refuses
   * both, the document is stored alone.
   */
  boolean submit(Claim claim, ResultDocument.Written document, OutcomeEvents events) {
    if (!events.durable().isEmpty()) {
      try {
        return published(store(claim, document, events.durable()), events::stored);
      } catch (DatabaseException refusal) {
        LOG.warn(
            "The outcome of step {} is stored without its events: {}",
            claim.message().stepUuid(),
            refusal.getMessage());
        return published(submit(claim, document), () -> events.storedAlone(refusal));
      }
    }
    return published(submit(claim, document), events::stored);
  }

  private static boolean published(boolean isStored, Runnable publishing) {
    if (isStored) {
      publishing.run();
    }
    return isStored;
  }

  /** Stores a document; returns whether the step has it now. */
  boolean submit(Claim claim, ResultDocument.Written document) {
    try {
      return store(claim, document, List.of());
    } catch (DatabaseException refusal) {
      // Trying the same again is in vain, and the step must not stay in progress for good.
      LOG.error("The result of step {} was refused", claim.message().stepUuid(), refusal);
      return fail(claim, refusal);
    }
  }

  private boolean fail(Claim claim, DatabaseException refusal) {
    try {
      store(claim, refused(claim, refusal), List.of());
    } catch (DatabaseException again) {
      LOG.error(
          "Step {} stays in progress: not even its failure is taken",
          claim.message().stepUuid(),
          again);
    }
    return false;
  }

  private boolean store(Claim claim, ResultDocument.Written document, List<DomainEvent> events) {
    Outcome outcome = new Outcome(document.isSuccess(), document.json(), events);
    return persist(
            claim, "result", connection -> parts.results().submit(connection, claim, outcome))
        .isPresent();
  }

  /** Stores a checkpoint; returns whether the batch may go on. */
  boolean keep(Claim claim, long cursor, String checkpoint) {
    return persist(
            claim,
            "checkpoint",
            connection -> parts.results().keep(connection, claim, cursor, checkpoint))
        .isPresent();
  }

  private Optional<Answer> persist(Claim claim, String what, Database.Work<Answer> work) {
    while (true) {
      try {
        Answer answer = parts.database().transact(work);
        parts.circuit().succeeded();
        if (answer == Answer.STORED) {
          return Optional.of(answer);
        }
        LOG.info(
            "Dropped a {}: step {} was cancelled, resolved or taken in the meantime",
            what,
            claim.message().stepUuid());
        return Optional.empty();
      } catch (DatabaseException e) {
        if (e.isRefusal()) {
          throw e;
        }
        parts.circuit().failed();
        LOG.warn("A {} could not be stored yet: {}", what, e.getMessage());
        if (!parts.circuit().awaitNextTry()) {
          LOG.error(
              "A {} of step {} is lost because the worker ends without a database: the step stays"
                  + " in progress until an operator or the orchestrator's staleness check ends it",
              what,
              claim.message().stepUuid());
          return Optional.empty();
        }
      }
    }
  }

  private ResultDocument.Written refused(Claim claim, DatabaseException refusal) {
    Instant now = parts.clock().instant();
    return parts
        .document()
        .failed(
            new ResultDocument.Run(claim.message().stepUuid(), false, now, now),
            ResultDocument.permanent(
                "The database refused the result, and its log says why: " + refusal.code(),
                "RESULT_REFUSED"),
            Duration.ZERO,
            Map.of());
  }
}
