package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.template.yaml.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClusterCheckTest {
  private static final String NESTED =
      """
      name: nested
      namespace_name: desk
      version: "1.0.0"
      steps:
        - {name: a, handler: {callable: a}}
        - {name: b, type: decision, handler: {callable: a}, dependencies: [a]}
        - {name: c, type: decision, handler: {callable: a}, dependencies: [b]}
        - {name: d, handler: {callable: a}, dependencies: [c]}
      """;

  @Test
  void aWorkflowThatAClusterWouldLoseStepsOf_isNamedWithWhatToDo() {
    assertThat(
            ClusterCheck.problems(
                new TemplateReader().read("nested.yaml", NESTED).orThrow().template()))
        .singleElement()
        .asString()
        .startsWith("desk/nested@1.0.0: step 'c' depends on 'b', and both are decisions");
  }

  @Test
  void theWorkflowsOfModulesAreLookedAt_withoutTheirServices() {
    HandlerRegistry registry = HandlerRegistry.of(new ProcessHandlers());

    assertThat(ClusterCheck.problems(registry)).isEmpty();
  }

  // example
  @Test
  void eachWorkflow_canRunOnACluster() {
    assertThat(ClusterCheck.problems(HandlerRegistry.load())).isEmpty();
  }

  // end

  @Test
  void theExampleOfThePage_isTheOneAbove() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/io/tasker/worker/ClusterCheckTest.java"));
    Matcher marked =
        Pattern.compile("  // example\n(.*?)\n  // end\n", Pattern.DOTALL).matcher(source);

    assertThat(marked.find()).isTrue();
    assertThat(Files.readString(Path.of("../docs/cluster.md")))
        .contains("```java\n" + marked.group(1).stripTrailing().stripIndent() + "\n```\n");
  }
}
