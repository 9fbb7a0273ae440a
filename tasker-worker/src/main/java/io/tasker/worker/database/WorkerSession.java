package io.tasker.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session that a worker keeps for its life. It has the worker's id for itself, so that no other
 * worker starts with that id and takes this one's steps for orphans. The server takes the id back
 * when the session ends, however it does. A session that was lost is followed by another one, which
 * may have to wait for the id: no step is harmed then, for results are fenced.
 *
 * <p>Used by one thread at a time.
 */
public final class WorkerSession {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSession.class);

  private final Database database;
  private final String worker;
  private @Nullable Connection first;
  private List<String> served = List.of();
  private int process;
  private boolean isHeld;

  private WorkerSession(Database database, UUID worker) {
    this.database = database;
    this.worker = worker.toString();
  }

  /**
   * Takes the id of a worker.
   *
   * @param database the database
   * @param worker the id
   * @return the session, or empty if another worker has the id
   * @throws DatabaseException if the database fails
   */
  public static Optional<WorkerSession> open(Database database, UUID worker) {
    WorkerSession session = new WorkerSession(database, worker);
    try {
      return session.open() ? Optional.of(session) : Optional.empty();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private boolean open() throws SQLException {
    Connection connection = database.take();
    try {
      Query.run(connection, TaskerCore01.WAIT_FOR_IDENTITY);
      Query.run(connection, TaskerCore01.HOLD_IDENTITY, worker);
      Query.run(connection, TaskerCore01.WAIT_AS_EVER);
    } catch (SQLException e) {
      connection.close();
      if (new DatabaseException(e).isLockTimeout()) {
        return false;
      }
      throw e;
    }
    process = process(connection);
    isHeld = true;
    first = connection;
    return true;
  }

  /**
   * Lets others know, as long as the worker is connected, which templates it can run: see {@link
   * StepClaims#isServed}. To be called before the session is used otherwise.
   *
   * @param templates the templates as they stand in the database
   * @throws DatabaseException if the database fails
   */
  public void serve(Collection<TemplateRegistration.Version> templates) {
    served = templates.stream().map(TemplateRegistration.Version::key).toList();
    try {
      serve(Objects.requireNonNull(first, "The session is in use"));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private void serve(Connection connection) throws SQLException {
    for (String template : served) {
      Query.run(connection, TaskerCore01.SERVE_TEMPLATE, template);
    }
  }

  private static int process(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Returns the connection of the session, a new one if the last one was lost. */
  Connection take() throws SQLException {
    Connection opened = first;
    if (opened != null) {
      first = null;
      return opened;
    }
    Connection connection = database.take();
    isHeld = false;
    // The server may not know yet that the session is gone.
    Query.run(connection, TaskerCore01.END_FORMER_SESSION, process, worker);
    process = process(connection);
    keep(connection);
    serve(connection);
    return connection;
  }

  /** Makes sure that the session is alive, and tries to get the id back if it is not held. */
  void keep(Connection connection) throws SQLException {
    if (isHeld) {
      Query.run(connection, TaskerCore01.PING);
      return;
    }
    isHeld =
        Query.first(connection, TaskerCore01.TRY_IDENTITY, row -> row.getBoolean(1), worker)
            .orElse(false);
    if (!isHeld) {
      LOG.warn(
          "The id {} of this worker is held by another session since the connection was lost. If"
              + " another worker has it, give each worker an id of its own: when one of them starts,"
              + " it takes the steps of the other",
          worker);
    }
  }

  /**
   * Gives back what the session holds. The connection may be used for something else afterwards.
   */
  void end(Connection connection) throws SQLException {
    isHeld = false;
    Query.run(connection, TaskerCore01.RELEASE_ALL);
  }
}
