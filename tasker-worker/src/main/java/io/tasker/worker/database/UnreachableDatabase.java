package io.tasker.worker.database;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.common.BaseDataSource;

/** Why there is no connection: which database, what went wrong there, and what to do. */
final class UnreachableDatabase {

  private UnreachableDatabase() {}

  /** Returns where a database is, without user and password. */
  static String place(String jdbcUrl) {
    Properties address = Driver.parseURL(jdbcUrl, null);
    return address == null
        ? "the database"
        : "database '%s' at %s"
            .formatted(
                PGProperty.PG_DBNAME.getOrDefault(address),
                hosts(
                    String.valueOf(PGProperty.PG_HOST.getOrDefault(address)),
                    String.valueOf(PGProperty.PG_PORT.getOrDefault(address))));
  }

  /** Returns where the database of a source is, without user and password. */
  static String place(DataSource source) {
    return source instanceof BaseDataSource postgres
        ? place(postgres.getUrl())
        : "the database of the application's data source";
  }

  private static String hosts(String names, String ports) {
    String[] hosts = names.split(",", -1);
    String[] each = ports.split(",", -1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hosts.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(hosts[i])
          .append(':')
          .append(each[Math.min(i, each.length - 1)]);
    }
    return text.toString();
  }

  /**
   * Returns the failure to get a connection, with the state of what made it fail.
   *
   * @param failure what the pool says
   * @param met what it met at the database, or null if it has not met anything there
   * @param place where the database is
   */
  static SQLException of(SQLException failure, @Nullable Throwable met, String place) {
    Optional<SQLException> driver = cause(met, SQLException.class);
    String state =
        Optional.ofNullable(failure.getSQLState())
            .or(() -> driver.map(SQLException::getSQLState))
            .orElse("08001");
    String why =
        cause(met, IOException.class)
            .map(UnreachableDatabase::network)
            .or(() -> driver.map(each -> sentence(each.getMessage())))
            .orElse("none came free in time; all are in use, or the server does not answer");
    return new SQLException(
        "no connection to %s: %s%s".formatted(place, why, remedy(state, driver.isPresent())),
        state,
        failure);
  }

  private static String network(IOException cause) {
    return cause instanceof UnknownHostException
        ? "the host has no address"
        : sentence(
            cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  private static String sentence(@Nullable String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("");
    return line.replaceFirst("^FATAL: ", "").replaceFirst("\\.$", "");
  }

  private static String remedy(String state, boolean isKnown) {
    if (state.startsWith("28") || state.equals("08004")) {
      return ". Correct user and password in the address of the database";
    }
    if (state.equals("3D000")) {
      return ". Correct the name of the database in its address";
    }
    if (state.equals("53300")) {
      return ". Raise the server's max_connections, or run fewer steps at once";
    }
    return isKnown && state.startsWith("08")
        ? ". See that the server runs, and correct host and port in the address of the database"
        : "";
  }

  private static <T extends Throwable> Optional<T> cause(
      @Nullable Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }
}
