package io.tasker.interop.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A table in which the handlers of several processes write down what they run, over a connection of
 * their own: what is in it survives them.
 */
final class Witness implements Consumer<Execution>, AutoCloseable {
  private final Connection connection;

  private Witness(Connection connection) {
    this.connection = connection;
  }

  /** Opens the table, for handlers to write. */
  static Witness at(String url) {
    try {
      return new Witness(DriverManager.getConnection(url));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the table. */
  Witness create() {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE public.witness (
            step uuid NOT NULL, attempt integer NOT NULL, process bigint NOT NULL,
            begun timestamptz NOT NULL DEFAULT clock_timestamp())
          """);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void accept(Execution execution) {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO public.witness (step, attempt, process) VALUES (?, ?, ?)")) {
      insert.setObject(1, execution.step());
      insert.setInt(2, execution.attempt());
      insert.setLong(3, ProcessHandle.current().pid());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns all that was written, in that order. */
  static List<Execution> executions(ClusterRows rows) {
    return rows.list(
        "SELECT step, attempt FROM public.witness ORDER BY begun",
        row -> new Execution(row.getObject(1, UUID.class), row.getInt(2)));
  }

  /** Returns in how many processes handlers ran. */
  static int processes(ClusterRows rows) {
    return rows.list("SELECT count(DISTINCT process) FROM public.witness", row -> row.getInt(1))
        .get(0);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
