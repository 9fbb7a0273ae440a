package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.UnknownWorkflowException;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowVersionsTest {
  private final HandlerRegistry handlers =
      HandlerRegistry.of(new Versions()).register("greet", input -> "Good day");

  @Test
  void withoutAVersion_theNewestIsTaken() {
    assertThat(WorkflowTest.of(handlers, "versions", "greeting").run(Map.of()))
        .isComplete()
        .startedSteps("since_1_10");
  }

  @Test
  void versionThatIsNamed_isTaken() {
    assertThat(WorkflowTest.of(handlers, "versions", "greeting", "1.9.0").run(Map.of()))
        .isComplete()
        .startedSteps("since_1_9");
  }

  @Test
  void unknownVersion_isRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> WorkflowTest.of(handlers, "versions", "greeting", "2.0.0"))
        .isInstanceOf(UnknownWorkflowException.class)
        .hasMessageStartingWith("Unknown workflow 'versions/greeting@2.0.0'.")
        .hasMessageContaining("versions/greeting@1.10.0, versions/greeting@1.9.0");
  }

  private static final class Versions implements HandlerModule {
    @Override
    public String name() {
      return "versions";
    }

    @Override
    public List<StepAdapter> adapters() {
      return List.of();
    }

    @Override
    public List<String> templates() {
      return List.of(
          "META-INF/tasker/templates/greeting-1.9.0.yaml",
          "META-INF/tasker/templates/greeting-1.10.0.yaml");
    }
  }
}
