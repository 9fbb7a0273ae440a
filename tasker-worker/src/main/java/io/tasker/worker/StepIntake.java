package io.tasker.worker;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepFailure;
import io.tasker.internal.UnfitValueException;
import io.tasker.worker.database.Claim;
import io.tasker.worker.database.Delivery;
import io.tasker.worker.database.StepClaims;
import io.tasker.worker.database.StepMessage;
import io.tasker.worker.database.StepRow;
import io.tasker.worker.database.StepRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a message into a step to run: claim, context and workflow in one transaction. */
final class StepIntake {
  private static final Logger LOG = LoggerFactory.getLogger(StepIntake.class);

  // Those who know the step may all have been gone for a while, and old messages are old at once.
  private static final int DELIVERIES_LEFT_TO_OTHERS = 4;

  private final StepClaims claims;
  private final StepRows rows;
  private final WorkflowCache workflows;
  private final Duration leaveUnknownFor;
  private final UnservedTemplates unserved;

  /**
   * Creates the intake of a worker.
   *
   * @param leaveUnknownFor how long a step whose workflow this worker does not know, which may be
   *     that of a newer one, is left to others from when it was enqueued
   */
  StepIntake(StepClaims claims, StepRows rows, WorkflowCache workflows, Duration leaveUnknownFor) {
    this.claims = claims;
    this.rows = rows;
    this.workflows = workflows;
    this.leaveUnknownFor = leaveUnknownFor;
    this.unserved = new UnservedTemplates(System::nanoTime, leaveUnknownFor);
  }

  /**
   * Returns the step of a message, or empty if there is nothing to run.
   *
   * @param made is told the claim before it is committed
   */
  Optional<ClaimedStep> take(
      Connection connection, Delivery delivery, UUID token, Consumer<Claim> made)
      throws SQLException {
    Optional<Claim> claim = claim(connection, delivery, token, made);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    ClaimedStep step = prepare(connection, claim.get());
    if (step instanceof ClaimedStep.Unknown unknown
        && isLeftToOthers(connection, delivery, unknown)) {
      connection.rollback();
      claims.leave(connection, delivery);
      // It comes often, and to each worker that does not know it.
      if (Integer.bitCount(delivery.count()) == 1) {
        LOG.warn(
            "Left a step of namespace '{}' to other workers, delivery {}: {}",
            delivery.namespace(),
            delivery.count(),
            unknown.failure().message());
      }
      return Optional.empty();
    }
    return Optional.of(step);
  }

  private boolean isLeftToOthers(
      Connection connection, Delivery delivery, ClaimedStep.Unknown unknown) throws SQLException {
    boolean isServed = unknown.mayBeKnown() && claims.isServed(connection, unknown.template());
    boolean isGivenUp = unserved.isGivenUp(unknown.template(), isServed);
    return delivery.count() <= DELIVERIES_LEFT_TO_OTHERS
        || delivery.age().compareTo(leaveUnknownFor) < 0
        || !isGivenUp;
  }

  /**
   * Claims the step of a message without looking at it.
   *
   * @param made is told the claim before it is committed
   */
  Optional<Claim> claim(Connection connection, Delivery delivery, UUID token, Consumer<Claim> made)
      throws SQLException {
    Optional<Claim> claim = claims.claim(connection, delivery, token);
    claim.ifPresent(made);
    return claim;
  }

  /** Makes the message of a step come no more that can neither be run nor failed. */
  Optional<StepMessage> abandon(Connection connection, Delivery delivery) throws SQLException {
    return claims.abandon(connection, delivery);
  }

  private ClaimedStep prepare(Connection connection, Claim claim) throws SQLException {
    StepRow row;
    try {
      row = rows.read(connection, claim.message().stepUuid());
    } catch (UnfitValueException e) {
      return new ClaimedStep.Broken(
          claim,
          ResultDocument.permanent(
              "The task's input or a result of a step above cannot be read: " + e.getMessage(),
              "UNREADABLE_CONTEXT"));
    }
    WorkflowCache.Found entry = workflows.find(connection, row.template());
    if (entry instanceof WorkflowCache.Found.Known known
        && known.workflow().template().step(row.templateStep()).isPresent()) {
      return new ClaimedStep.Ready(claim, row, known.workflow());
    }
    String reason =
        entry instanceof WorkflowCache.Found.Unknown unknown
            ? unknown.reason()
            : "its template has no step '" + row.templateStep() + "'";
    return new ClaimedStep.Unknown(
        claim,
        row.template(),
        entry instanceof WorkflowCache.Found.Unknown,
        StepFailure.of(
            "No worker can run step '%s': %s".formatted(row.name(), reason),
            ErrorTypes.HANDLER_NOT_FOUND,
            false));
  }

  /** Returns the step of a message whose claim was committed without an answer. */
  Optional<ClaimedStep> recall(Connection connection, Claim claim) throws SQLException {
    return claims.isHeld(connection, claim.token())
        ? Optional.of(prepare(connection, claim))
        : Optional.empty();
  }
}
