package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.http.ApiClient;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Configuration that an application gives to the engine. */
class ConfigTest {
  private static final Parameter<Integer> LIMIT =
      Parameter.config("row_limit", JsonType.of(int.class));
  private static final Parameter<String> MARK =
      Parameter.config("mark", JsonType.of(String.class)).defaultValue("!");
  private static final Parameter<Duration> WAIT =
      Parameter.config("wait", JsonType.of(Duration.class)).defaultValue("PT1S");
  private static final Parameter<ApiClient> API = Parameter.api("https://${config.host}/v1");

  private static StepAdapter export() {
    return adapter(
        Adapters.handler("export")
            .declaredAt("Reports.export(int, String)")
            .parameters(LIMIT, MARK),
        invocation -> invocation.argument(LIMIT) + invocation.argument(MARK));
  }

  private static StepAdapter send() {
    return adapter(
        Adapters.handler("send")
            .declaredAt("Reports.send(String, Duration, ApiClient)")
            .parameters(MARK, WAIT, API),
        invocation -> invocation.argument(WAIT) + invocation.argument(MARK));
  }

  private static TaskTemplate template(Map<String, Object> initialization) {
    return TaskTemplate.template("shop", "reports", "1.0.0")
        .step(
            StepDefinition.step("export", new HandlerReference("export", "", "", initialization))
                .build())
        .step(
            StepDefinition.step("send", HandlerReference.to("send"))
                .dependencies(List.of("export"))
                .build())
        .environment(
            "staging",
            List.of(
                new StepOverride(
                    "export", Map.of("row_limit", 2), Optional.empty(), Optional.empty())))
        .build();
  }

  private static LocalEngineBuilder engine(Map<String, Object> initialization) {
    return LocalEngine.builder()
        .registry(HandlerRegistry.empty().register(export()).register(send()))
        .executor(Runnable::run)
        .config("shop", "reports", "send", Map.of("host", "localhost"))
        .template(template(initialization));
  }

  private static String result(LocalEngineBuilder builder, String step) throws Exception {
    try (LocalEngine engine = builder.build()) {
      TaskResult result = engine.submit(TaskRequest.of("shop", "reports")).await();
      return result.orThrow().result(step, String.class);
    }
  }

  private static List<String> problems(LocalEngineBuilder builder) {
    return catchThrowableOfType(EngineConfigurationException.class, builder::build).problems();
  }

  @Test
  void aValueOfAStep_isReadByItsHandler() throws Exception {
    assertThat(
            result(
                engine(Map.of()).config("shop", "reports", "export", Map.of("row_limit", 7)),
                "export"))
        .isEqualTo("7!");
  }

  @Test
  void aValueOfAWorkflow_isReadByTheStepsThatHaveAParameterForIt() throws Exception {
    LocalEngineBuilder builder =
        engine(Map.of()).config("shop", "reports", Map.of("row_limit", 7, "mark", "?"));

    assertThat(result(builder, "export")).isEqualTo("7?");
    assertThat(result(builder, "send")).isEqualTo("PT1S?");
  }

  @Test
  void theNearestValue_wins() throws Exception {
    Map<String, Object> ofTemplate = Map.of("row_limit", 1);
    Map<String, ?> ofWorkflow = Map.of("row_limit", 3);
    Map<String, ?> ofStep = Map.of("row_limit", 4);

    assertThat(result(engine(ofTemplate), "export")).isEqualTo("1!");
    assertThat(result(engine(ofTemplate).environment("staging"), "export")).isEqualTo("2!");
    assertThat(
            result(
                engine(ofTemplate).environment("staging").config("shop", "reports", ofWorkflow),
                "export"))
        .isEqualTo("3!");
    assertThat(
            result(
                engine(ofTemplate)
                    .config("shop", "reports", "export", ofStep)
                    .config("shop", "reports", ofWorkflow),
                "export"))
        .isEqualTo("4!");
    assertThat(
            result(
                engine(ofTemplate)
                    .config("shop", "reports", "export", ofStep)
                    .config("shop", "reports", "export", Map.of("row_limit", 5)),
                "export"))
        .isEqualTo("5!");
  }

  @Test
  void aText_isReadAsTheParameterAsks() throws Exception {
    LocalEngineBuilder builder =
        engine(Map.of())
            .config("shop", "reports", "export", Map.of("row_limit", "12", "mark", "12"))
            .config("shop", "reports", "send", Map.of("wait", Duration.ofSeconds(90)));

    assertThat(result(builder, "export")).isEqualTo("1212");
    assertThat(result(builder, "send")).isEqualTo("PT1M30S!");
  }

  @Test
  void aHandWrittenHandler_mayReadAnyKey() throws Exception {
    LocalEngineBuilder builder =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register(
                        adapter(
                            Adapters.handler("a").declaredAt("A.a(StepContext)"),
                            invocation -> invocation.context().config("key", String.class))))
            .template(Templates.flow(Templates.ONCE, "a"))
            .config("test", "flow", Map.of("key", "value"));

    try (LocalEngine engine = builder.build()) {
      assertThat(engine.submit(TaskRequest.of("test", "flow")).await().result("a", String.class))
          .isEqualTo("value");
    }
  }

  @Test
  void aMissingKey_saysWhereItGoes() {
    assertThat(problems(engine(Map.of())))
        .containsExactly(
            "shop/reports@1.0.0: step 'export' (Reports.export(int, String)) needs configuration key"
                + " 'row_limit', which is absent: give it with config(\"shop\", \"reports\","
                + " \"export\", Map.of(...)) when building the engine, or under"
                + " handler.initialization of the step in the template");
  }

  @Test
  void aValueOfAWrongType_isNamedByKeyStepAndType_notQuoted() {
    assertThat(
            problems(
                engine(Map.of()).config("shop", "reports", "export", Map.of("row_limit", "many"))))
        .singleElement()
        .asString()
        .startsWith(
            "shop/reports@1.0.0: step 'export' (Reports.export(int, String)): configuration key"
                + " 'row_limit' does not fit int")
        .doesNotContain("many");
  }

  @Test
  void whatIsForNobody_isReportedWithWhatMayBeMeant() {
    LocalEngineBuilder builder =
        engine(Map.of("row_limit", 1))
            .config("shop", "report", Map.of("row_limit", 1))
            .config("shop", "reports", "exprt", Map.of("row_limit", 1))
            .config("shop", "reports", "export", Map.of("row_limt", 1))
            .config("shop", "reports", Map.of("hots", "localhost", "mark", Double.NaN));

    assertThat(problems(builder))
        .containsExactly(
            "Configuration is given to the workflow 'shop/report', which the engine does not have."
                + " Did you mean 'shop/reports'? Workflows: shop/reports",
            "Configuration is given to step 'exprt', which shop/reports does not have."
                + " Did you mean 'export'? Its steps: export, send",
            "Step 'export' of shop/reports does not read the configuration key 'row_limt'."
                + " Did you mean 'row_limit'? Keys it reads: mark, row_limit",
            "No step of shop/reports reads the configuration key 'hots'."
                + " Did you mean 'host'? Keys read: host, mark, row_limit, wait",
            "Configuration key 'mark' of shop/reports is given a java.lang.Double, which a template"
                + " cannot hold: give a text, a number, a boolean, a list, a map or a record of"
                + " these");
  }
}
