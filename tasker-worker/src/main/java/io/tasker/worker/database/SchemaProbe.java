package io.tasker.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks, before a worker starts, whether the database is what its SQL was written for. */
public final class SchemaProbe {
  private static final String MIGRATE =
      "connect to the database of the cluster, install PGMQ and run the migrations of Tasker Core"
          + " 0.1.8; the worker does not change the schema";
  private static final String CONNECT =
      "connect to the primary PostgreSQL itself, not through a pooler in transaction mode, which"
          + " forgets the settings of a session";

  private SchemaProbe() {}

  /**
   * Looks at the database.
   *
   * @param connection a connection as the worker uses them
   * @return the version of the server, for the log
   * @throws UnusableDatabaseException if something is missing; the message names all of it
   * @throws SQLException if the database cannot be asked
   */
  public static String check(Connection connection) throws SQLException {
    List<String> missing =
        Query.list(connection, TaskerCore01.FIND_MISSING, row -> "there is no " + row.getString(1));
    if (!missing.isEmpty()) {
      throw new UnusableDatabaseException(missing, MIGRATE);
    }
    return Query.first(
            connection,
            TaskerCore01.SESSION,
            row -> {
              List<String> problems = new ArrayList<>();
              refuse(
                  problems,
                  !row.getString(1).equals("UTC"),
                  "the session's time zone is %s, not UTC".formatted(row.getString(1)));
              refuse(
                  problems,
                  !row.getString(2).equals("UTF8"),
                  "its encoding is %s, not UTF8".formatted(row.getString(2)));
              refuse(
                  problems,
                  !row.getBoolean(4),
                  "the session's search_path does not lead to the schema 'tasker'");
              refuse(problems, row.getBoolean(5), "it is a read-only replica");
              if (!problems.isEmpty()) {
                throw new UnusableDatabaseException(problems, CONNECT);
              }
              return row.getString(3);
            })
        .orElseThrow();
  }

  private static void refuse(List<String> problems, boolean isWrong, String problem) {
    if (isWrong) {
      problems.add(problem);
    }
  }
}
