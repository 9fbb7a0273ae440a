package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an engine says of itself when it starts. */
class StartLogTest {
  private static final String TEMPLATE =
      """
      name: greeting
      namespace_name: test
      version: "1.0.0"
      steps:
        - {name: greet, handler: {callable: greet}}
      """;

  @Test
  void handlersWithoutAnyWorkflow_areWarnedOf() {
    assertThat(logOf(LocalEngine.builder().registry(greet())))
        .contains("WARN", "0 workflows and 1 handler", "@Workflow", "-Atasker.templates=");
  }

  @Test
  void aWorkflow_isNoWarning() {
    assertThat(logOf(LocalEngine.builder().registry(greet()).template("greeting.yaml", TEMPLATE)))
        .doesNotContain("@Workflow");
  }

  @Test
  void anEnvironmentThatNoTemplateKnows_isWarnedOf() {
    String template =
        TEMPLATE
            + """
            environments:
              staging:
                steps:
                  - {name: greet, timeout_seconds: 5}
            """;
    assertThat(
            logOf(
                LocalEngine.builder()
                    .registry(greet())
                    .template("greeting.yaml", template)
                    .environment("stagin")))
        .contains("WARN", "No template has an environment 'stagin'; there are: staging");
    assertThat(
            logOf(
                LocalEngine.builder()
                    .registry(greet())
                    .template("greeting.yaml", template)
                    .environment("staging")))
        .doesNotContain("WARN");
  }

  @Test
  void countsAreInTheRightNumber() {
    assertThat(new StartReport(1, 2).content()).isEqualTo("1 workflow and 2 handlers");
    assertThat(new StartReport(0, 1).content()).isEqualTo("0 workflows and 1 handler");
  }

  private static HandlerRegistry greet() {
    return HandlerRegistry.empty().register("greet", input -> "hello");
  }

  /** Returns what is logged, which slf4j-simple writes to the error stream there is at the time. */
  private static String logOf(LocalEngineBuilder builder) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (LocalEngine engine = builder.build()) {
      assertThat(engine).isNotNull();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }
}
