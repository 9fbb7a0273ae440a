package io.tasker.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the worker's session for what PostgreSQL tells about new messages. Connects again when
 * the connection is lost; until then the worker finds messages by looking.
 */
final class NotificationListener implements MessageTransport.Listening {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
  private static final int POLL_MILLIS = 250;
  private static final int POLLS_BETWEEN_LOOKS = 20;
  private static final Duration BEFORE_RECONNECT = Duration.ofSeconds(2);
  private static final Duration TO_END = Duration.ofSeconds(2);

  private final WorkerSession session;
  private final List<String> channels;
  private final MessageTransport.Waiting waiting;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private NotificationListener(
      WorkerSession session, List<String> channels, MessageTransport.Waiting waiting) {
    this.session = session;
    this.channels = channels;
    this.waiting = waiting;
    this.thread = new Thread(this::run, "tasker-worker-listener");
    thread.setDaemon(true);
  }

  static NotificationListener start(
      WorkerSession session, Collection<String> namespaces, MessageTransport.Waiting waiting) {
    List<String> channels =
        namespaces.stream().map(namespace -> "pgmq_message_ready." + namespace).toList();
    NotificationListener listener = new NotificationListener(session, channels, waiting);
    listener.thread.start();
    return listener;
  }

  private void run() {
    try {
      do {
        try (Connection connection = session.take()) {
          listen(connection);
        } catch (SQLException e) {
          waiting.lost();
          LOG.warn(
              "Not told of new messages for a while: {}", new DatabaseException(e).getMessage());
        }
      } while (!closed.await(BEFORE_RECONNECT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // Nobody but this class has the thread, so this is the end of it.
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String channel : channels) {
        statement.execute("LISTEN \"" + channel.replace("\"", "\"\"") + "\"");
      }
      waiting.connected();
      // What came while nobody listened.
      waiting.wake();
      int polls = 0;
      PGConnection notifications = connection.unwrap(PGConnection.class);
      while (closed.getCount() > 0) {
        if (notifications.getNotifications(POLL_MILLIS).length > 0) {
          waiting.wake();
        }
        if (++polls % POLLS_BETWEEN_LOOKS == 0) {
          session.keep(connection);
        }
      }
      statement.execute("UNLISTEN *");
      session.end(connection);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(TO_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
