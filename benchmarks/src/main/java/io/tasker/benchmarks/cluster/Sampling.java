package io.tasker.benchmarks.cluster;

import io.tasker.client.TaskerClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Runs tasks and reads from the database how long they took.
 *
 * @param cluster the cluster
 * @param client its REST API
 * @param database a connection to its database
 */
record Sampling(Cluster cluster, TaskerClient client, Connection database) {

  Sample take(ClusterShape shape, Load load, List<WorkerProcess> workers)
      throws IOException, SQLException, InterruptedException {
    long[] before = times(workers);
    TaskStream stream = new TaskStream(client, database);
    Set<UUID> tasks = stream.run(shape, load);
    long[] after = times(workers);
    if (stream.refused() > 0) {
      System.out.printf("  the orchestrator failed to create %d tasks%n", stream.refused());
    }
    List<Double> millis = new ArrayList<>();
    double seconds = completed(tasks, millis);
    int steps = millis.size() * shape.steps();
    return new Sample(
        steps,
        seconds,
        millis,
        tasks.size() - millis.size(),
        claims(tasks) - steps,
        after[0] - before[0],
        after[1] - before[1],
        after[2] - before[2],
        after[3] - before[3]);
  }

  private long[] times(List<WorkerProcess> workers) throws IOException {
    return new long[] {
      workers.stream().mapToLong(WorkerProcess::time).sum(),
      cluster.orchestratorTime(),
      cluster.databaseTime(),
      ProcessTime.of(ProcessHandle.current().pid())
    };
  }

  // Returns the seconds from the first creation to the last completion.
  private double completed(Set<UUID> tasks, List<Double> millis) throws SQLException {
    String sql =
        """
        SELECT extract(epoch FROM t.created_at), extract(epoch FROM s.created_at)
          FROM tasker.tasks t JOIN tasker.task_transitions s USING (task_uuid)
         WHERE task_uuid = ANY (?) AND s.most_recent AND s.to_state = 'complete'
        """;
    double first = Double.MAX_VALUE;
    double last = 0;
    try (PreparedStatement query = query(sql, tasks);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        first = Math.min(first, rows.getDouble(1));
        last = Math.max(last, rows.getDouble(2));
        millis.add((rows.getDouble(2) - rows.getDouble(1)) * 1000);
      }
    }
    return last - first;
  }

  private int claims(Set<UUID> tasks) throws SQLException {
    String sql =
        """
        SELECT count(*) FROM tasker.workflow_steps
          JOIN tasker.workflow_step_transitions s USING (workflow_step_uuid)
         WHERE task_uuid = ANY (?) AND s.to_state = 'in_progress'
        """;
    try (PreparedStatement query = query(sql, tasks);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private PreparedStatement query(String sql, Set<UUID> tasks) throws SQLException {
    PreparedStatement query = database.prepareStatement(sql);
    query.setArray(1, database.createArrayOf("uuid", tasks.toArray()));
    return query;
  }
}
