package io.tasker.worker.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A database of a real PostgreSQL with the tables and functions that the worker relies on, empty.
 * Each is a copy of one that is set up once, and gone when it is closed; the server lives as long
 * as the JVM. The role is not called {@code tasker}, whose search_path would hide what a session
 * forgets to set.
 */
public final class ClusterDatabase implements AutoCloseable {
  private static final String TEMPLATE = "contract";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        try (Connection admin = server.getPostgresDatabase().getConnection();
            Statement statement = admin.createStatement()) {
          statement.execute("create database " + TEMPLATE);
        }
        try (Connection contract = server.getDatabase("postgres", TEMPLATE).getConnection();
            Statement statement = contract.createStatement()) {
          statement.execute(resource("/contract/pgmq.sql"));
          statement.execute(resource("/contract/tasker.sql"));
        }
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }
  }

  private final String name;
  private @Nullable Connection own;

  private ClusterDatabase(String name) {
    this.name = name;
  }

  /** Creates a database with the contract. */
  public static ClusterDatabase create() {
    return copyOf(TEMPLATE);
  }

  /** Creates a database without anything in it. */
  public static ClusterDatabase empty() {
    return copyOf("template1");
  }

  private static ClusterDatabase copyOf(String template) {
    String name = "cluster_" + COUNT.incrementAndGet();
    administer("create database " + name + " template " + template);
    return new ClusterDatabase(name);
  }

  private static void administer(String sql) {
    try (Connection admin = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public synchronized void close() {
    if (own != null) {
      try {
        own.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    administer("drop database " + name + " with (force)");
  }

  /** Returns the address for JDBC, with the role in it. */
  public String url() {
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  /** Opens a connection that sees the tables and is in UTC. */
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set search_path = tasker, public; set time zone 'UTC'");
    }
    return connection;
  }

  private Connection own() throws SQLException {
    if (own == null) {
      own = connect();
    }
    return own;
  }

  /** Runs statements. */
  public synchronized void execute(String sql) {
    try (Statement statement = own().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Returns the first column of the first row as text, or an empty text for null and no row. */
  public synchronized String text(String sql, Object... values) {
    try (var statement = own().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        String text = rows.next() ? rows.getString(1) : null;
        return text == null ? "" : text;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Ends all sessions of the database but that of this object, as a restart of the server would.
   */
  public void cutConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  private static String resource(String path) {
    try (InputStream in = ClusterDatabase.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
