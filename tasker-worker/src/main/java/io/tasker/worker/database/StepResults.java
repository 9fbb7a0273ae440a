package io.tasker.worker.database;

import io.tasker.internal.JacksonCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what attempts came to: the state of the step, its result, its durable events and the
 * message that tells the orchestrator, all in one transaction and only as long as the claim holds.
 */
public final class StepResults {
  /** Whether a result was taken. */
  public enum Answer {
    /** It was, now or at an earlier try whose answer was lost. */
    STORED,
    /** The step is not this attempt's any more: it was cancelled, resolved or taken. */
    FENCED_OUT
  }

  // While a task is in one of these, Tasker Core overlooks that its last step is complete.
  private static final Set<String> BUSY = Set.of("pending", "initializing", "enqueuing_steps");

  private final MessageTransport transport;
  private final HeldBackResults heldBack;
  private final JacksonCodec codec;
  private final DurableEvents events;
  private final UUID worker;
  private final Clock clock;

  /**
   * Creates the results of a worker.
   *
   * @param transport where the orchestrator is told
   * @param heldBack looks after what it cannot be told yet
   * @param codec the codec
   * @param worker the id of the worker
   * @param clock the time, kept with each result
   */
  public StepResults(
      MessageTransport transport,
      HeldBackResults heldBack,
      JacksonCodec codec,
      UUID worker,
      Clock clock) {
    this.transport = transport;
    this.heldBack = heldBack;
    this.codec = codec;
    this.events = new DurableEvents(transport, codec);
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Stores the outcome of an attempt. May be tried again after a lost connection.
   *
   * @param connection the transaction
   * @param claim the claim
   * @param outcome the outcome
   * @return whether it was taken
   * @throws SQLException if the database fails
   */
  public Answer submit(Connection connection, Claim claim, Outcome outcome) throws SQLException {
    UUID step = claim.message().stepUuid();
    int sortKey = claim.sortKey() + 1;
    if (Query.run(connection, TaskerCore01.LEAVE_IN_PROGRESS, claim.token()) == 0) {
      return Query.first(
                  connection,
                  TaskerCore01.HAS_RESULT,
                  row -> true,
                  step,
                  sortKey,
                  worker.toString())
              .isPresent()
          ? Answer.STORED
          : Answer.FENCED_OUT;
    }
    events.send(connection, step, outcome);
    Query.run(
        connection,
        TaskerCore01.ENTER_RESULT,
        outcome.json(),
        step,
        outcome.isSuccess() ? "enqueued_for_orchestration" : "enqueued_as_error_for_orchestration",
        outcome.isSuccess() ? "EnqueueForOrchestration" : "EnqueueAsErrorForOrchestration",
        clock.instant().toString(),
        worker.toString(),
        claim.message().correlationId().toString(),
        sortKey,
        step);
    tell(connection, claim.message());
    return Answer.STORED;
  }

  private void tell(Connection connection, StepMessage message) throws SQLException {
    String json = codec.write(message);
    if (isBusy(connection, message.taskUuid())) {
      heldBack.add(transport.holdBack(connection, message.taskUuid(), json));
    } else {
      transport.sendResult(connection, json);
    }
  }

  private static boolean isBusy(Connection connection, UUID task) throws SQLException {
    return Query.first(connection, TaskerCore01.TASK_STATE, row -> row.getString(1), task)
        .filter(BUSY::contains)
        .isPresent();
  }

  /**
   * Stores where a batch got to, for this and any later attempt to go on from.
   *
   * @param connection the transaction
   * @param claim the claim
   * @param cursor the item to go on with
   * @param checkpoint the checkpoint as JSON text
   * @return whether it was taken
   * @throws SQLException if the database fails
   */
  public Answer keep(Connection connection, Claim claim, long cursor, String checkpoint)
      throws SQLException {
    int kept =
        Query.run(
            connection,
            TaskerCore01.STORE_CHECKPOINT,
            checkpoint,
            cursor,
            clock.instant().toString(),
            claim.message().stepUuid(),
            claim.token());
    return kept > 0 ? Answer.STORED : Answer.FENCED_OUT;
  }
}
