package io.tasker.worker.database;

import io.tasker.TaskerException;
import java.sql.SQLException;

/** The database did not do what it was asked to. */
public final class DatabaseException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final String state;

  DatabaseException(SQLException cause) {
    super(
        "The database failed (SQLSTATE %s): %s".formatted(cause.getSQLState(), firstLine(cause)),
        cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  // The lines below the first quote rows, which hold payloads.
  private static String firstLine(SQLException cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Returns whether the statement itself is at fault, so that it fails again however often it is
   * tried.
   *
   * @return true for values and statements that the database, one of its functions or triggers
   *     refuses; false for lost connections, a server that starts or stops, conflicts and exhausted
   *     resources
   */
  public boolean isRefusal() {
    return state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("42")
        || state.startsWith("54")
        || state.startsWith("P0");
  }

  /**
   * Returns whether the server broke down over the statement, as it does over damaged rows; another
   * try may go well.
   *
   * @return true for internal errors of the server
   */
  public boolean isInternal() {
    return state.startsWith("XX");
  }

  /** Returns whether a lock was not to be had in time. */
  boolean isLockTimeout() {
    return state.equals("55P03");
  }

  /** Returns whether another session did the same at the same time. */
  boolean isCollision() {
    return state.equals("23505") || state.equals("42P07");
  }
}
