package io.tasker.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** PGMQ, in the database of the cluster. */
public final class PgmqTransport implements MessageTransport {
  private static final String RESULTS = "orchestration_step_results";
  private static final List<String> OF_ORCHESTRATOR =
      List.of(RESULTS, "orchestration_task_requests", "orchestration_task_finalizations");

  /** After how long the orchestrator may find a message itself that was held back. */
  public static final Duration LONGEST_HELD_BACK = Duration.ofSeconds(5);

  private static final int TRIES = 5;

  private final Database database;
  private final Duration visibilityTimeout;

  /**
   * Creates the transport.
   *
   * @param database the database
   * @param visibilityTimeout after how long a message comes again that was received and not
   *     acknowledged, in whole seconds
   */
  public PgmqTransport(Database database, Duration visibilityTimeout) {
    this.database = database;
    this.visibilityTimeout = visibilityTimeout;
  }

  @Override
  public void ensureQueues(Collection<String> namespaces) {
    List<String> queues = new ArrayList<>();
    for (String namespace : namespaces) {
      queues.add(queue(namespace));
      queues.add(eventQueue(namespace));
      queues.add(eventQueue(namespace) + "_dlq");
    }
    queues.addAll(OF_ORCHESTRATOR);
    queues.forEach(this::ensureQueue);
  }

  // Workers in other languages do not take the lock and may create the queue at the same time.
  private void ensureQueue(String queue) {
    for (int i = 1; ; i++) {
      try {
        database.transact(connection -> create(connection, queue));
        return;
      } catch (DatabaseException e) {
        if (i == TRIES || !e.isCollision()) {
          throw e;
        }
      }
    }
  }

  private static boolean create(Connection connection, String queue) throws SQLException {
    Query.run(connection, TaskerCore01.LOCK_QUEUE, queue);
    if (Query.first(connection, TaskerCore01.HAS_QUEUE, row -> true, queue).isPresent()) {
      return false;
    }
    Query.run(connection, TaskerCore01.CREATE_QUEUE, queue);
    return true;
  }

  @Override
  public List<Delivery> receive(Connection connection, String namespace, int limit)
      throws SQLException {
    return Query.list(
        connection,
        TaskerCore01.READ_QUEUE,
        row ->
            new Delivery(
                namespace,
                row.getLong(1),
                row.getInt(2),
                Duration.ofMillis(row.getLong(3)),
                row.getString(4)),
        queue(namespace),
        Math.toIntExact(visibilityTimeout.toSeconds()),
        limit);
  }

  @Override
  public void acknowledge(Connection connection, Delivery delivery) throws SQLException {
    Query.run(connection, TaskerCore01.ARCHIVE, queue(delivery.namespace()), delivery.messageId());
  }

  @Override
  public void postpone(Connection connection, Delivery delivery, Duration wait)
      throws SQLException {
    Query.run(
        connection,
        TaskerCore01.COME_AGAIN,
        queue(delivery.namespace()),
        delivery.messageId(),
        Math.toIntExact(wait.toSeconds()));
  }

  @Override
  public void sendResult(Connection connection, String message) throws SQLException {
    Query.run(connection, TaskerCore01.SEND_AND_NOTIFY, RESULTS, message);
  }

  @Override
  public HeldBack holdBack(Connection connection, UUID task, String message) throws SQLException {
    return Query.first(
            connection,
            TaskerCore01.SEND_LATER,
            row -> new HeldBack(task, row.getLong(1), message),
            RESULTS,
            message,
            Math.toIntExact(LONGEST_HELD_BACK.toSeconds()))
        .orElseThrow();
  }

  @Override
  public Set<HeldBack> release(Connection connection, Collection<HeldBack> messages)
      throws SQLException {
    List<HeldBack> all = List.copyOf(messages);
    List<Long> sent =
        Query.list(
            connection,
            TaskerCore01.SEND_HELD_BACK,
            row -> row.getLong(1),
            RESULTS,
            connection.createArrayOf("uuid", all.stream().map(HeldBack::task).toArray()),
            connection.createArrayOf("bigint", all.stream().map(HeldBack::messageId).toArray()),
            connection.createArrayOf("text", all.stream().map(HeldBack::message).toArray()),
            RESULTS);
    return all.stream()
        .filter(message -> sent.contains(message.messageId()))
        .collect(Collectors.toSet());
  }

  @Override
  public void sendEvent(Connection connection, String namespace, String message)
      throws SQLException {
    Query.run(connection, TaskerCore01.SEND_AND_NOTIFY, eventQueue(namespace), message);
  }

  @Override
  public Listening listen(WorkerSession session, Collection<String> namespaces, Waiting waiting) {
    return NotificationListener.start(session, namespaces, waiting);
  }

  private static String queue(String namespace) {
    return "worker_" + namespace + "_queue";
  }

  private static String eventQueue(String namespace) {
    return namespace + "_domain_events";
  }
}
