package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the database says of a value is not repeated: values are payloads. */
class DatabaseExceptionTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();

  private DatabaseException failure(String sql, Object... values) {
    try (Database database = Database.at(cluster.url(), 2)) {
      return catchThrowableOfType(
          DatabaseException.class,
          () -> database.transact(connection -> Query.run(connection, sql, values)));
    }
  }

  @Test
  void aValueThatCannotBeRead_isNotQuoted() {
    DatabaseException failure = failure("select cast(? as integer)", "secret");

    assertThat(failure).hasMessage("The database failed (SQLSTATE 22P02). Its log says more");
    assertThat(failure.code()).isEqualTo("SQLSTATE 22P02");
    assertThat(failure.isRefusal()).isTrue();
    assertThat(Throwables.getStackTrace(failure)).doesNotContain("secret");
  }

  @Test
  void aValueThatATriggerRefuses_isNotQuoted() {
    cluster.execute(
        """
        create function refuse() returns trigger language plpgsql as $$
        begin
          raise exception 'not this one: %', new.name using errcode = 'T0001';
        end $$;
        create trigger refuse before insert on named_steps for each row execute function refuse();
        """);
    DatabaseException failure = failure(TaskerCore01.INSERT_NAMED_STEP, "secret", "secret");

    assertThat(failure).hasMessage("The database failed (SQLSTATE T0001). Its log says more");
    assertThat(Throwables.getStackTrace(failure)).doesNotContain("secret");
  }

  @Test
  void aConstraintIsNamed_andItsRowIsNot() {
    cluster.execute("alter table named_steps add constraint short check (length(name) < 3)");
    DatabaseException failure = failure(TaskerCore01.INSERT_NAMED_STEP, "secret", "secret");

    assertThat(failure.code()).isEqualTo("SQLSTATE 23514, constraint 'short'");
    assertThat(Throwables.getStackTrace(failure)).contains("'short'").doesNotContain("secret");
  }

  @Test
  void whatIsNotThere_isNamed() {
    assertThat(failure("select 1 from nowhere"))
        .hasMessageStartingWith(
            "The database failed (SQLSTATE 42P01): ERROR: relation \"nowhere\"");
  }
}
