package io.tasker.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How messages travel between orchestrator and worker. Whatever takes a connection takes part in
 * its transaction: a message is acknowledged if and only if the claim is committed, and a result is
 * sent if and only if it is stored. A transport outside the database cannot promise that; it has to
 * act after the commit and to look for steps whose result was stored and never sent.
 */
public interface MessageTransport {

  /**
   * Creates the queues of namespaces and those of the orchestrator where they are not there yet.
   *
   * @param namespaces the namespaces
   * @throws DatabaseException if it cannot
   */
  void ensureQueues(Collection<String> namespaces);

  /**
   * Takes messages for steps that are to be run.
   *
   * @param connection the transaction
   * @param namespace the namespace
   * @param limit the greatest number of messages
   * @return the messages, oldest first; empty if there are none
   * @throws SQLException if the database fails
   */
  List<Delivery> receive(Connection connection, String namespace, int limit) throws SQLException;

  /**
   * Makes a message come no more.
   *
   * @param connection the transaction
   * @param delivery the message
   * @throws SQLException if the database fails
   */
  void acknowledge(Connection connection, Delivery delivery) throws SQLException;

  /**
   * Lets a message come again at another time than it would by itself.
   *
   * @param connection the transaction
   * @param delivery the message
   * @param wait after how long, in whole seconds
   * @throws SQLException if the database fails
   */
  void postpone(Connection connection, Delivery delivery, Duration wait) throws SQLException;

  /**
   * Tells the orchestrator that a step has a result.
   *
   * @param connection the transaction
   * @param message the message, as JSON
   * @throws SQLException if the database fails
   */
  void sendResult(Connection connection, String message) throws SQLException;

  /**
   * Tells the orchestrator later that a step has a result, unless {@link #release} does it sooner.
   *
   * @param connection the transaction
   * @param task the task of the step
   * @param message the message, as JSON
   * @return what was held back
   * @throws SQLException if the database fails
   */
  HeldBack holdBack(Connection connection, UUID task, String message) throws SQLException;

  /**
   * Sends those of the messages whose tasks can take a result now.
   *
   * @param connection the transaction
   * @param messages what was held back
   * @return those that are sent now; the others have to wait, are not committed yet, or are gone
   * @throws SQLException if the database fails
   */
  Set<HeldBack> release(Connection connection, Collection<HeldBack> messages) throws SQLException;

  /**
   * Sends a domain event to whoever reads those of a namespace.
   *
   * @param connection the transaction
   * @param namespace the namespace of the workflow
   * @param message the event, as JSON
   * @throws SQLException if the database fails
   */
  void sendEvent(Connection connection, String namespace, String message) throws SQLException;

  /**
   * Starts to wait for messages.
   *
   * @param session the session of the worker, from now on the transport's; it ends with the waiting
   * @param namespaces the namespaces
   * @param waiting is told what happens
   * @return what ends the waiting when it is closed
   */
  Listening listen(WorkerSession session, Collection<String> namespaces, Waiting waiting);

  /** Who waits for messages. Told one thing after the other, and quick to take it. */
  interface Waiting {

    /** There may be messages; a hint that may come late, twice or never. */
    void wake();

    /** The session is there, at the start and after it was lost. */
    void connected();

    /** The session was lost, or another one could not be had. */
    void lost();
  }

  /** The wait for messages, which ends when it is closed. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
