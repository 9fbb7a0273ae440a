package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerEnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://db/tasker, jdbc:postgresql://db/tasker",
    "postgres://db:5433/tasker, jdbc:postgresql://db:5433/tasker",
    "postgresql://ada@db/tasker, jdbc:postgresql://db/tasker?user=ada",
    "postgresql://ada:p%40ss%26+x@db/tasker?ssl=true,"
        + " jdbc:postgresql://db/tasker?ssl=true&user=ada&password=p%40ss%26%2Bx",
    "jdbc:postgresql://db/tasker?user=ada, jdbc:postgresql://db/tasker?user=ada"
  })
  void anAddress_isTurnedIntoOneForJdbc(String url, String jdbc) {
    assertThat(DatabaseUrl.toJdbc(url)).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://ada:secret@db/x", "postgresql://ada:secret@db", "secret", "a b:secret"})
  void anAddressOfAnotherForm_isRefusedWithoutQuotingIt(String url) {
    assertThatThrownBy(() -> DatabaseUrl.toJdbc(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageNotContaining("secret");
  }

  @Test
  void everythingThatIsWrong_isNamedAtOnce() {
    assertThatThrownBy(
            () ->
                WorkerEnvironment.read(
                    Map.of(
                        "PGMQ_DATABASE_URL", "postgresql://elsewhere/queues",
                        "TASKER_TEMPLATE_PATH", "no/such/directory",
                        "TASKER_WORKER_ID", "me",
                        "TASKER_WORKER_LEAVE_UNKNOWN_SECONDS", "long",
                        "TASKER_WORKER_SHUTDOWN_SECONDS", "soon",
                        "TASKER_WORKFLOWS", "shop/flow, desk")))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContainingAll(
            "DATABASE_URL is not set",
            "PGMQ_DATABASE_URL names another database",
            "TASKER_TEMPLATE_PATH cannot be used",
            "no/such/directory",
            "TASKER_WORKER_ID cannot be used",
            "TASKER_WORKER_LEAVE_UNKNOWN_SECONDS must be a whole number",
            "TASKER_WORKER_SHUTDOWN_SECONDS must be a whole number",
            "TASKER_WORKFLOWS cannot be used: write namespace/workflow, separated by commas, and"
                + " not 'desk'");
  }
}
