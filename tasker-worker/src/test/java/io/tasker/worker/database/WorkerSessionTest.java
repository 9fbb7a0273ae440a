package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

@Timeout(60)
class WorkerSessionTest {
  private static final UUID WORKER = new UUID(1, 1);

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final Database database = Database.at(cluster.url(), 5);
  private final Database elsewhere = Database.at(cluster.url(), 5);

  @AfterEach
  void close() {
    database.close();
    elsewhere.close();
  }

  private String holder() {
    return cluster.text(
        "select pid from pg_locks where locktype = 'advisory' and granted"
            + " and database = (select oid from pg_database where datname = current_database())");
  }

  @Test
  void anId_isOneWorkersAtATime() throws SQLException {
    WorkerSession first = WorkerSession.open(database, WORKER).orElseThrow();
    try (Connection connection = first.take()) {
      assertThat(WorkerSession.open(elsewhere, WORKER)).isEmpty();
      assertThat(WorkerSession.open(elsewhere, new UUID(1, 2))).isPresent();

      first.end(connection);
      assertThat(WorkerSession.open(elsewhere, WORKER)).isPresent();
    }
  }

  @Test
  void anId_isFreeWhenTheSessionIsLost() throws SQLException {
    WorkerSession first = WorkerSession.open(database, WORKER).orElseThrow();
    Connection connection = first.take();
    cluster.cutConnections();

    // A pool of its own, since those that were there have lost their connections, too.
    try (Database afterwards = Database.at(cluster.url(), 5)) {
      assertThat(WorkerSession.open(afterwards, WORKER)).isPresent();
    }
    assertThat(connection.isValid(1)).isFalse();
  }

  @Test
  void aSessionThatTheServerTakesForAlive_isEndedByItsSuccessor() throws SQLException {
    WorkerSession session = WorkerSession.open(database, WORKER).orElseThrow();
    Connection former = session.take();
    Connection next = session.take();
    String process = String.valueOf(next.unwrap(PGConnection.class).getBackendPID());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!holder().equals(process)) {
      session.keep(next);
      assertThat(System.nanoTime()).as("held by " + holder()).isLessThan(deadline);
    }
    assertThat(former.isValid(1)).isFalse();
  }
}
