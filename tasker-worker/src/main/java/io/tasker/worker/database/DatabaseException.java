package io.tasker.worker.database;

import io.tasker.TaskerException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The database did not do what it was asked to. */
public final class DatabaseException extends TaskerException {
  private static final long serialVersionUID = 1L;

  // Errors of these classes are about connections, names and resources. All others may quote what
  // they were given, which holds payloads, and so may a trigger's of any class.
  private static final Set<String> WITHOUT_VALUES =
      Set.of("08", "0A", "25", "28", "3D", "40", "42", "53", "54", "55", "57", "58");

  private final String state;
  private final String code;

  DatabaseException(SQLException cause) {
    super("The database failed (%s)%s".formatted(code(cause), text(cause)), withoutValues(cause));
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    this.code = code(cause);
  }

  private static String code(SQLException cause) {
    ServerErrorMessage said = cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
    String constraint = said == null ? null : said.getConstraint();
    return "SQLSTATE %s%s"
        .formatted(
            cause.getSQLState(), constraint == null ? "" : ", constraint '" + constraint + "'");
  }

  // The lines below the first quote rows.
  private static String text(SQLException cause) {
    return mayQuoteValues(cause)
        ? ". Its log says more"
        : ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean mayQuoteValues(SQLException cause) {
    String state = cause.getSQLState();
    return state != null && state.length() == 5 && !WITHOUT_VALUES.contains(state.substring(0, 2));
  }

  // Whoever logs this exception logs its cause, too.
  private static SQLException withoutValues(SQLException cause) {
    if (!mayQuoteValues(cause)) {
      return cause;
    }
    SQLException same = new SQLException(code(cause), cause.getSQLState());
    same.setStackTrace(cause.getStackTrace());
    return same;
  }

  /**
   * Returns which error it was, in words that hold no payload.
   *
   * @return the SQLSTATE and, where the database names one, the constraint
   */
  public String code() {
    return code;
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
