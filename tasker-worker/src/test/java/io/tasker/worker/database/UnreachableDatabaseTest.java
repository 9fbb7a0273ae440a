package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class UnreachableDatabaseTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.empty();

  private static void assertRefusal(Database database, String... parts) {
    try (database) {
      assertThatThrownBy(() -> database.transact(connection -> 1))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContainingAll(parts)
          .hasMessageNotContaining("secret")
          .hasMessageNotContaining("total=");
    }
  }

  @Test
  void aPortWhereNobodyListens_isNamedWithTheCause() {
    assertRefusal(
        Database.at("jdbc:postgresql://127.0.0.1:1/shop?user=ada&password=secret", 1),
        "The database failed (SQLSTATE 08001): no connection to database 'shop' at 127.0.0.1:1:"
            + " Connection refused. See that the server runs, and correct host and port");
  }

  @Test
  void aPortOfADataSource_isNamedWithTheCause() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:1/shop?user=ada&password=secret");

    assertRefusal(Database.of(source, 1), "database 'shop' at 127.0.0.1:1: Connection refused");
  }

  @Test
  void aDatabaseThatTheServerDoesNotHave_isNamed() {
    assertRefusal(
        Database.at(cluster.url().replaceFirst("/cluster_\\d+", "/nowhere"), 1),
        "(SQLSTATE 3D000): no connection to database 'nowhere' at localhost:",
        "database \"nowhere\" does not exist. Correct the name of the database");
  }

  @Test
  void aRoleThatTheServerDoesNotHave_isNamed() {
    assertRefusal(
        Database.at(cluster.url().replaceFirst("user=postgres", "user=nobody&password=secret"), 1),
        "(SQLSTATE 28000): no connection to database 'cluster_",
        "role \"nobody\" does not exist. Correct user and password");
  }

  @ParameterizedTest
  @CsvSource({
    "28P01, 'FATAL: password authentication failed for user \"ada\"', Correct user and password",
    "08004, 'The server requested password-based authentication, but no password was provided',"
        + " Correct user and password",
    "53300, 'FATAL: sorry, too many clients already', fewer steps at once"
  })
  void whatTheServerSays_isToldWithARemedy(String state, String says, String remedy) {
    SQLException failure =
        UnreachableDatabase.of(
            new SQLTransientConnectionException(
                "tasker-worker - Connection is not available", state),
            new PSQLException(says, PSQLState.UNKNOWN_STATE),
            "database 'shop' at db:5432");

    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat((Throwable) failure)
        .hasMessageStartingWith("no connection to database 'shop' at db:5432: ")
        .hasMessageContainingAll(says.replace("FATAL: ", ""), remedy);
  }

  @Test
  void aHostWithoutAddress_isNamed() {
    PSQLException attempt =
        new PSQLException(
            "The connection attempt failed.",
            PSQLState.CONNECTION_UNABLE_TO_CONNECT,
            new UnknownHostException("db"));

    assertThat(
            (Throwable)
                UnreachableDatabase.of(
                    new SQLTransientConnectionException("timed out", "08001"),
                    attempt,
                    "database 'shop' at db:5432"))
        .hasMessageContaining("database 'shop' at db:5432: the host has no address. See");
  }

  @Test
  void connectionsThatAreAllInUse_areToldAsThat() throws SQLException {
    try (Database database = Database.at(cluster.url(), 1);
        var taken = database.take()) {
      assertThat(taken.isValid(1)).isTrue();
      assertThatThrownBy(() -> database.transact(connection -> 1))
          .hasMessageContaining("no connection to database 'cluster_")
          .hasMessageContaining("all are in use");
    }
  }
}
