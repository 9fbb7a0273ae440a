package io.tasker.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepReport;
import io.tasker.TaskResult;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import io.tasker.engine.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterShapeTest {
  private static final Path TEMPLATES = Path.of("cluster", "templates");

  @ParameterizedTest
  @EnumSource(ClusterShape.class)
  void eachShape_hasATemplateWithThatManySteps(ClusterShape shape) throws Exception {
    Path template = TEMPLATES.resolve(shape.workflow() + ".yaml");
    try (LocalEngine engine =
        LocalEngine.builder()
            .workflow("benchmarks", "order")
            .template(template.toString(), Files.readString(template))
            .build()) {
      TaskResult result = engine.submit(shape.request()).await().orThrow();

      assertThat(result.steps()).hasSize(shape.steps());
      for (StepReport step : result.steps()) {
        assertThat(step.result(Counter.class))
            .as("step %s", step.name())
            .isEqualTo(new Counter(step.name().equals("first") ? 1 : 2));
      }
    }
  }
}
