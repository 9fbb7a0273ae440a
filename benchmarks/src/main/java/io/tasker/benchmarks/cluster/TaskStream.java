package io.tasker.benchmarks.cluster;

import io.tasker.client.ClusterException;
import io.tasker.client.TaskerClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Creates tasks over REST, a new one as soon as another has ended, and waits for all of them. */
final class TaskStream {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 10;

  private final TaskerClient client;
  private final Connection database;
  private final Set<UUID> created = new HashSet<>();
  private final Set<UUID> running = new HashSet<>();
  private int refused;

  TaskStream(TaskerClient client, Connection database) {
    this.client = client;
    this.database = database;
  }

  /**
   * Runs tasks until all have ended or none has for a while.
   *
   * @return those that were created
   */
  Set<UUID> run(ClusterShape shape, Load load) throws SQLException, InterruptedException {
    long lastEnd = System.nanoTime();
    while (created.size() < load.tasks(shape) || !running.isEmpty()) {
      while (created.size() < load.tasks(shape) && running.size() < load.inFlight()) {
        create(shape);
      }
      if (running.removeAll(ended())) {
        lastEnd = System.nanoTime();
      } else if (System.nanoTime() - lastEnd > PATIENCE.toNanos()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return created;
  }

  /** Returns how often the orchestrator failed to create a task. */
  int refused() {
    return refused;
  }

  // Two of the orchestrator's own threads may both enqueue a new task; it answers 500 then.
  private void create(ClusterShape shape) {
    try {
      UUID task = client.create(shape.request()).call().taskUuid();
      created.add(task);
      running.add(task);
    } catch (ClusterException e) {
      if (e.kind() != ClusterException.Kind.UNAVAILABLE || ++refused > created.size() + 5) {
        throw e;
      }
    }
  }

  private Set<UUID> ended() throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement(
            """
            SELECT task_uuid FROM tasker.task_transitions
             WHERE task_uuid = ANY (?) AND most_recent AND to_state IN ('complete', 'error')
            """)) {
      query.setArray(1, database.createArrayOf("uuid", running.toArray()));
      Set<UUID> ended = new HashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ended.add(rows.getObject(1, UUID.class));
        }
      }
      return ended;
    }
  }
}
