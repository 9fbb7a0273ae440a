package io.tasker.worker.database;

import io.tasker.internal.JacksonCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns messages into claims. The state of the step decides, not the message: messages come twice,
 * late and for steps that are gone.
 */
public final class StepClaims {
  private static final Logger LOG = LoggerFactory.getLogger(StepClaims.class);
  private static final int PATIENCE = 10;
  private static final int LONGEST_LEFT = 5;
  private static final int DELIVERIES_TO_SLOW_DOWN = 10;

  private final MessageTransport transport;
  private final JacksonCodec codec;
  private final UUID worker;
  private final Clock clock;

  /**
   * Creates the claims of a worker.
   *
   * @param transport where messages are acknowledged
   * @param codec the codec
   * @param worker the id of the worker, kept with each claim
   * @param clock the time, kept with each claim
   */
  public StepClaims(MessageTransport transport, JacksonCodec codec, UUID worker, Clock clock) {
    this.transport = transport;
    this.codec = codec;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Claims the step of a message, counts the attempt and acknowledges the message.
   *
   * @param connection the transaction
   * @param delivery the message
   * @param token the id that the claim shall have, a new one
   * @return the claim, or empty if there is nothing to run: the message is acknowledged then, too,
   *     unless the orchestrator may still be about to commit what makes the step runnable
   * @throws SQLException if the database fails
   */
  public Optional<Claim> claim(Connection connection, Delivery delivery, UUID token)
      throws SQLException {
    Optional<StepMessage> message = StepMessage.read(delivery.body(), codec);
    if (message.isEmpty()) {
      LOG.warn(
          "Message {} of namespace '{}' is none for a step; archived it",
          delivery.messageId(),
          delivery.namespace());
      transport.acknowledge(connection, delivery);
      return Optional.empty();
    }
    Optional<Claim> claim = claim(connection, delivery, message.get(), token);
    if (claim.isPresent() || isStale(connection, delivery, message.get().stepUuid())) {
      transport.acknowledge(connection, delivery);
    }
    return claim;
  }

  private Optional<Claim> claim(
      Connection connection, Delivery delivery, StepMessage message, UUID token)
      throws SQLException {
    UUID step = message.stepUuid();
    Optional<Integer> left =
        Query.first(connection, TaskerCore01.LEAVE_ENQUEUED, row -> row.getInt(1), step);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    int sortKey = left.get() + 1;
    Query.run(connection, TaskerCore01.ENTER_IN_PROGRESS, token, step, metadata(), sortKey, step);
    return Optional.of(new Claim(message, delivery.namespace(), token, sortKey));
  }

  /**
   * Returns whether a claim took effect whose commit was not answered.
   *
   * @param connection the transaction
   * @param token the id that the claim was to have
   * @return true if the step is this worker's
   * @throws SQLException if the database fails
   */
  public boolean isHeld(Connection connection, UUID token) throws SQLException {
    return Query.first(connection, TaskerCore01.IS_HELD, row -> true, token).isPresent();
  }

  /**
   * Leaves a message to whoever gets it next. There may be many who cannot run the step, and the
   * one who can is as likely to get it as each of them; so it comes again soon, but more seldom the
   * more often it came.
   *
   * @param connection the transaction
   * @param delivery the message
   * @throws SQLException if the database fails
   */
  public void leave(Connection connection, Delivery delivery) throws SQLException {
    int longest = Math.min(LONGEST_LEFT, 1 + delivery.count() / DELIVERIES_TO_SLOW_DOWN);
    int seconds = 1 + ThreadLocalRandom.current().nextInt(longest);
    transport.postpone(connection, delivery, Duration.ofSeconds(seconds));
  }

  /**
   * Returns whether a worker is connected that has registered a template and can run it.
   *
   * @param connection the transaction
   * @param template the template as it stands in the database
   * @return true if there is one; now and then also if another worker just asked the same
   * @throws SQLException if the database fails
   */
  public boolean isServed(Connection connection, TemplateRegistration.Version template)
      throws SQLException {
    return Query.first(connection, TaskerCore01.IS_SERVED, row -> row.getBoolean(1), template.key())
        .orElse(false);
  }

  /**
   * Acknowledges a message for a step that can neither be run nor failed.
   *
   * @param connection the transaction
   * @param delivery the message
   * @return what it says, or empty if it is none for a step
   * @throws SQLException if the database fails
   */
  public Optional<StepMessage> abandon(Connection connection, Delivery delivery)
      throws SQLException {
    transport.acknowledge(connection, delivery);
    return StepMessage.read(delivery.body(), codec);
  }

  /**
   * A claim of an earlier life of this worker.
   *
   * @param claim the claim, of no namespace
   * @param isRetryable whether the step may be tried again at all
   */
  public record Orphan(Claim claim, boolean isRetryable) {}

  /**
   * Returns the claims that a worker with the id of this one made and never ended.
   *
   * @param connection the transaction
   * @return the claims, the oldest first
   * @throws SQLException if the database fails
   */
  public List<Orphan> orphans(Connection connection) throws SQLException {
    return Query.list(
        connection,
        TaskerCore01.FIND_ORPHANS,
        row ->
            new Orphan(
                new Claim(
                    new StepMessage(
                        row.getObject(4, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(5, UUID.class)),
                    "",
                    row.getObject(1, UUID.class),
                    row.getInt(2)),
                row.getBoolean(6)),
        worker.toString());
  }

  // The event is a text that holds JSON, as Tasker Core writes it.
  private String metadata() {
    return codec.write(
        Map.of(
            "event",
            "{\"type\":\"Start\"}",
            "timestamp",
            clock.instant().toString(),
            "worker_uuid",
            worker.toString()));
  }

  private static boolean isStale(Connection connection, Delivery delivery, UUID step)
      throws SQLException {
    String state =
        Query.first(connection, TaskerCore01.CURRENT_STATE, row -> row.getString(1), step)
            .orElse("absent");
    boolean mayBecomeRunnable = state.equals("pending") || state.equals("enqueued");
    if (mayBecomeRunnable && delivery.count() <= PATIENCE) {
      return false;
    }
    LOG.debug("Message {} came for step {}, which is {}", delivery.messageId(), step, state);
    return true;
  }
}
