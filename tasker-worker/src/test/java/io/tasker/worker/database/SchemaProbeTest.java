package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaProbeTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();

  @Test
  void aDatabaseOfACluster_isAccepted() {
    try (Database database = Database.at(cluster.url(), 2)) {
      assertThat(database.transact(SchemaProbe::check)).startsWith("18");
    }
  }

  @Test
  void anEmptyDatabase_isRefusedWithAllThatIsMissing() {
    try (ClusterDatabase empty = ClusterDatabase.empty();
        Database database = Database.at(empty.url(), 2)) {
      assertThatThrownBy(() -> database.transact(SchemaProbe::check))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContainingAll(
              "there is no table tasker.workflow_steps",
              "there is no table pgmq.meta",
              "there is no function pgmq.read(text,integer,integer,jsonb)",
              "there is no column tasker.workflow_steps.checkpoint",
              "fix: connect to the database of the cluster, install PGMQ and run the migrations");
    }
  }

  @Test
  void anOlderSchema_isRefusedWithWhatItLacks() {
    cluster.execute("alter table workflow_steps drop column checkpoint");
    try (Database database = Database.at(cluster.url(), 2)) {
      assertThatThrownBy(() -> database.transact(SchemaProbe::check))
          .hasMessageContaining("there is no column tasker.workflow_steps.checkpoint")
          .hasMessageNotContaining("no table");
    }
  }

  @Test
  void aSessionThatLostItsSettings_isRefused() throws SQLException {
    try (Connection connection = cluster.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = public; set time zone 'Asia/Tokyo'");

      assertThatThrownBy(() -> SchemaProbe.check(connection))
          .hasMessageContainingAll(
              "the session's time zone is Asia/Tokyo, not UTC",
              "search_path does not lead to the schema 'tasker'",
              "fix: connect to the primary PostgreSQL itself");
    }
  }
}
