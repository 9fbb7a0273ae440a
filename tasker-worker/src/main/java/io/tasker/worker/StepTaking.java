package io.tasker.worker;

import io.tasker.worker.database.Claim;
import io.tasker.worker.database.DatabaseException;
import io.tasker.worker.database.Delivery;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the step of a message. A claim whose answer was lost is looked up. A step that cannot be
 * read comes again a few times, and is failed then; one that cannot even be claimed is abandoned,
 * so that no message comes forever.
 *
 * @param parts what all steps share
 * @param delivery the message
 */
record StepTaking(WorkerParts parts, Delivery delivery) {
  private static final Logger LOG = LoggerFactory.getLogger(StepTaking.class);
  private static final int MOST_DELIVERIES = 5;

  /** Returns the step, or empty if this worker has nothing to do with it now. */
  Optional<ClaimedStep> take() {
    UUID token = UUID.randomUUID();
    AtomicReference<Claim> made = new AtomicReference<>();
    try {
      Optional<ClaimedStep> taken =
          parts
              .database()
              .transact(connection -> parts.intake().take(connection, delivery, token, made::set));
      parts.circuit().succeeded();
      return taken;
    } catch (DatabaseException e) {
      if (e.isRefusal() || e.isInternal()) {
        return unreadable(e);
      }
      failed(e);
      return made.get() == null ? Optional.empty() : recall(made.get());
    } catch (RuntimeException e) {
      return unreadable(e);
    }
  }

  private void failed(DatabaseException e) {
    parts.circuit().failed();
    LOG.warn("A step could not be claimed: {}", e.getMessage());
  }

  // The commit may have taken effect without an answer; nobody else would run the step then.
  private Optional<ClaimedStep> recall(Claim claim) {
    while (parts.circuit().awaitNextTry()) {
      try {
        return parts.database().transact(connection -> parts.intake().recall(connection, claim));
      } catch (DatabaseException e) {
        if (e.isRefusal() || e.isInternal()) {
          return Optional.of(failure(claim, e));
        }
        parts.circuit().failed();
      } catch (RuntimeException e) {
        return Optional.of(failure(claim, e));
      }
    }
    LOG.error("It is not known whether step {} was claimed", claim.message().stepUuid());
    return Optional.empty();
  }

  private Optional<ClaimedStep> unreadable(RuntimeException cause) {
    if (delivery.count() < MOST_DELIVERIES) {
      LOG.warn(
          "A step of namespace '{}' could not be read and is left for another try: {}",
          delivery.namespace(),
          reason(cause));
      return Optional.empty();
    }
    UUID token = UUID.randomUUID();
    AtomicReference<Claim> made = new AtomicReference<>();
    try {
      return parts
          .database()
          .transact(connection -> parts.intake().claim(connection, delivery, token, made::set))
          .map(claim -> failure(claim, cause));
    } catch (DatabaseException e) {
      if (e.isRefusal() || e.isInternal()) {
        abandon(e);
        return Optional.empty();
      }
      failed(e);
      // If the claim did not take effect, its failure is not taken either.
      return Optional.ofNullable(made.get()).map(claim -> failure(claim, cause));
    }
  }

  // Messages may quote payloads.
  private static String reason(RuntimeException cause) {
    return cause instanceof DatabaseException e ? e.code() : cause.getClass().getName();
  }

  private static ClaimedStep failure(Claim claim, RuntimeException cause) {
    String reason = reason(cause);
    LOG.error("Step {} cannot be read and is failed: {}", claim.message().stepUuid(), reason);
    return new ClaimedStep.Broken(
        claim,
        ResultDocument.permanent(
            "The step could not be read from the database, each time it was tried: " + reason,
            "UNREADABLE_STEP"));
  }

  private void abandon(DatabaseException cause) {
    try {
      parts
          .database()
          .transact(connection -> parts.intake().abandon(connection, delivery))
          .ifPresent(
              message -> {
                LOG.error(
                    "Step {} of task {} stays enqueued until an operator acts: it could not be"
                        + " claimed at {} deliveries, and its message is archived",
                    message.stepUuid(),
                    message.taskUuid(),
                    delivery.count(),
                    cause);
                parts.news().abandoned(delivery, message, cause);
              });
    } catch (DatabaseException e) {
      failed(e);
    }
  }
}
