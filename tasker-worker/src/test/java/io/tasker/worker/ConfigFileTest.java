package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.spi.Parameter;
import io.tasker.worker.database.ClusterDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of {@code TASKER_CONFIG_FILE}. */
@Timeout(60)
class ConfigFileTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: a, handler: {callable: a}}
        - {name: b, handler: {callable: a}, dependencies: [a]}
      """;
  private static final Parameter<String> CARRIER = Parameter.config("carrier", String.class);
  private static final Parameter<Integer> LIMIT = Parameter.config("limit", Integer.class);
  private static final Parameter<Clock> CLOCK = Parameter.provided(Clock.class);

  @TempDir private Path directory;
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final TestHandlers handlers =
      new TestHandlers()
          .with(
              TestHandlers.handler("a").parameters(CARRIER, LIMIT, CLOCK).takesContext(false),
              i ->
                  i.argument(CARRIER)
                      + " "
                      + i.argument(LIMIT)
                      + " "
                      + i.argument(CLOCK).getZone());

  private TaskerWorkerBuilder worker(String yaml) throws IOException {
    Path file = directory.resolve("config.yaml");
    Files.writeString(file, yaml);
    return WorkerEnvironment.read(
            Map.of("DATABASE_URL", cluster.url(), "TASKER_CONFIG_FILE", file.toString()))
        .registry(handlers.registry)
        .template("flow.yaml", FLOW);
  }

  @Test
  void values_areGivenToTheWorkflowAndToOneStep() throws IOException {
    String yaml =
        """
        shop:
          flow:
            carrier: north
            limit: 20
          flow/b:
            limit: 3
        """;
    try (TaskerWorker worker = worker(yaml).start()) {
      MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "b", "complete");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("north 20 Z");
      assertThat(orchestrator.stored(task, "b", "result")).isEqualTo("north 3 Z");
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{shop: {flwo: {carrier: secret}}} | workflow 'shop/flwo', which the engine does not have",
        "{shop: {flow/c: {carrier: secret}}} | step 'c', which shop/flow does not have",
        "{shop: {flow: {carier: secret}}} | reads the configuration key 'carier'. Did you mean"
      })
  void whatIsThereForNobody_isRefused(String yaml, String problem) throws IOException {
    TaskerWorkerBuilder worker = worker(yaml);

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop: [secret                   | config.yaml:1: this is not YAML: ",
        "secret                          | config.yaml: the file must hold keys and values",
        "{shop: secret}                  | config.yaml: 'shop' must hold keys and values",
        "{shop: {flow: secret}}          | config.yaml: 'shop: flow' must hold keys and values",
        "{shop: {flow: {carrier: null}}} | key 'carrier' in 'shop: flow' has no value",
        "{shop: {flow/: {carrier: x}}}   | must end with the name of a step",
        "''                              | config.yaml: there is nothing in it"
      })
  void anotherForm_isRefusedWithoutQuotingValues(String yaml, String problem) {
    assertThatThrownBy(() -> worker(yaml))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContainingAll("TASKER_CONFIG_FILE cannot be used: ", problem)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aFileThatIsNotThere_isNamed() {
    assertThatThrownBy(
            () -> WorkerEnvironment.read(Map.of("TASKER_CONFIG_FILE", "no/such/config.yaml")))
        .hasMessageContaining(
            "TASKER_CONFIG_FILE cannot be used: no/such/config.yaml: there is no such file");
  }
}
