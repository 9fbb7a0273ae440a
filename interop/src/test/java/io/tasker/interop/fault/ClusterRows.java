package io.tasker.interop.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the cluster's tables say. Each look has a connection of its own, for the database may have
 * been another process at the last one.
 *
 * @param url the address of the database for JDBC
 */
record ClusterRows(String url) {

  /**
   * A step.
   *
   * @param task the id of its task
   * @param id its id
   * @param name its name
   * @param state its state, by Tasker Core's name
   * @param attempts how many attempts are counted
   * @param isForgotten whether its task is one of {@link #forgotten}
   */
  record Step(UUID task, UUID id, String name, String state, int attempts, boolean isForgotten) {}

  interface Read<T> {
    T from(ResultSet row) throws SQLException;
  }

  /** Returns the steps of all tasks that are not forgotten. */
  List<Step> steps() {
    return allSteps().stream().filter(step -> !step.isForgotten()).toList();
  }

  private List<Step> allSteps() {
    return list(
        """
        SELECT s.task_uuid, s.workflow_step_uuid, n.name, t.to_state, coalesce(s.attempts, 0),
               EXISTS (SELECT 1 FROM tasker.task_transitions f
                        WHERE f.task_uuid = s.task_uuid
                          AND f.from_state = 'initializing' AND f.to_state = 'complete')
          FROM tasker.workflow_steps s
          JOIN tasker.named_steps n USING (named_step_uuid)
          JOIN tasker.workflow_step_transitions t USING (workflow_step_uuid)
         WHERE t.most_recent
         ORDER BY 1, s.workflow_step_uuid
        """,
        row ->
            new Step(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6)));
  }

  /** Returns each attempt that is counted, of all tasks. */
  List<Execution> counted() {
    return allSteps().stream()
        .flatMap(
            step ->
                IntStream.rangeClosed(1, step.attempts())
                    .mapToObj(attempt -> new Execution(step.id(), attempt)))
        .toList();
  }

  /**
   * Returns how many tasks the orchestrator has forgotten: where two of its threads begin a new
   * task at once, the second one sees that the first step is on its way already, takes the task for
   * one without steps and calls it complete. No worker can know.
   */
  int forgotten() {
    return list(
            """
            SELECT count(*) FROM tasker.task_transitions
             WHERE from_state = 'initializing' AND to_state = 'complete'
            """,
            row -> row.getInt(1))
        .get(0);
  }

  /** Returns how many steps are in a state. */
  int steps(String state) {
    return list(
            """
            SELECT count(*) FROM tasker.workflow_step_transitions
             WHERE most_recent AND to_state = ?
            """,
            row -> row.getInt(1),
            state)
        .get(0);
  }

  /** Returns how many tasks are in a state. */
  int tasks(String state) {
    return list(
            """
            SELECT count(*) FROM tasker.task_transitions WHERE most_recent AND to_state = ?
            """,
            row -> row.getInt(1),
            state)
        .get(0);
  }

  /** Returns how many messages are in a queue, hidden ones included. */
  int messages(String queue) {
    return list("SELECT count(*) FROM pgmq.q_" + queue, row -> row.getInt(1)).get(0);
  }

  /** Returns how many tasks and steps are in which state, for messages. */
  String summary() {
    return String.join(
        ", ",
        list(
            """
            SELECT count(*) || ' tasks ' || to_state FROM tasker.task_transitions
             WHERE most_recent GROUP BY to_state
             UNION ALL
            SELECT count(*) || ' steps ' || to_state FROM tasker.workflow_step_transitions
             WHERE most_recent GROUP BY to_state
            """,
            row -> row.getString(1)));
  }

  /** Runs a query. */
  <T> List<T> list(String sql, Read<T> read, Object... arguments) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(read.from(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
