package io.tasker.worker.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The connections of a worker, each prepared for Tasker Core's functions, and transactions. */
public final class Database implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final String place;
  // The pool tells one of those who wait what it met, and all others nothing.
  private volatile @Nullable Throwable lastMet;

  /** What is done in one transaction; may be run again after a lost connection. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does it.
     *
     * @param connection the transaction
     * @return what came of it
     * @throws SQLException if a statement fails, which undoes all of it
     */
    T in(Connection connection) throws SQLException;
  }

  private Database(HikariDataSource pool, String place) {
    this.pool = pool;
    this.place = place;
  }

  /**
   * Returns whether an address can be read. The pool would quote one that cannot.
   *
   * @param jdbcUrl the address
   * @return whether it has the form of those of pgjdbc
   */
  public static boolean isAddress(String jdbcUrl) {
    return Driver.parseURL(jdbcUrl, null) != null;
  }

  /**
   * Opens a database by its address. Connects when a connection is needed first.
   *
   * @param jdbcUrl the address, with user and password where they are needed
   * @param connections the greatest number of connections
   * @return the database
   */
  public static Database at(String jdbcUrl, int connections) {
    return open(
        config -> config.setJdbcUrl(jdbcUrl), UnreachableDatabase.place(jdbcUrl), connections);
  }

  /**
   * Opens a database whose connections come from the application.
   *
   * @param source gives new connections; the worker keeps those it took
   * @param connections the greatest number of connections
   * @return the database
   */
  public static Database of(DataSource source, int connections) {
    return open(
        config -> config.setDataSource(source), UnreachableDatabase.place(source), connections);
  }

  private static Database open(Consumer<HikariConfig> address, String place, int connections) {
    HikariConfig config = new HikariConfig();
    address.accept(config);
    config.setPoolName("tasker-worker");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", "60");
    // Details of an error quote rows, which hold payloads.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    // As a statement: the driver itself sets the time zone of the JVM when it connects.
    config.setConnectionInitSql(TaskerCore01.PREPARE_SESSION);
    // The probe says what is wrong, not the pool.
    config.setInitializationFailTimeout(-1);
    return new Database(new HikariDataSource(config), place);
  }

  /**
   * Does something in one transaction, which is committed if nothing fails.
   *
   * @param <T> the type of what comes of it
   * @param work what to do
   * @return what came of it
   * @throws DatabaseException if a statement, the commit or the connection fails. After a failed
   *     commit it is not known whether it took effect
   */
  public <T> T transact(Work<T> work) {
    try (Connection connection = take()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (Throwable e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Runs one statement, in a transaction of its own.
   *
   * @param <T> the type of what comes of it
   * @param work the statement
   * @return what came of it
   * @throws DatabaseException if it or the connection fails
   */
  public <T> T once(Work<T> work) {
    try (Connection connection = take()) {
      return work.in(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * Takes a connection, of the pool or for good.
   *
   * @return the connection, to be closed by the caller
   * @throws SQLException if there is none; says of which database, why and what to do
   */
  Connection take() throws SQLException {
    try {
      Connection connection = pool.getConnection();
      if (lastMet != null) {
        lastMet = null;
      }
      return connection;
    } catch (SQLException e) {
      if (e.getCause() != null) {
        lastMet = e.getCause();
      }
      throw UnreachableDatabase.of(e, lastMet, place);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
