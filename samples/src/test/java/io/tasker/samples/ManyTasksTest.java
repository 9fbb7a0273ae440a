package io.tasker.samples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tasker.StepReport;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many tasks of a workflow at once, on threads of an engine, come to the same as one alone. */
@ByReferenceAndAsJson
class ManyTasksTest {
  private static final int TASKS = 100;

  private final boolean jsonRoundTrip;

  ManyTasksTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  static Stream<Arguments> workflows() {
    return Stream.of(
        arguments("linear", "mathematical_sequence", Map.of("even_number", 6)),
        arguments("tree", "hierarchical_tree", Map.of("even_number", 6)),
        arguments("mixed_dag", "complex_dag", Map.of("even_number", 6)),
        arguments(
            "compliance",
            "multi_tier_approval",
            Map.of("amount", 75_000, "risk_score", 80, "jurisdiction", "EU", "emergency", false)),
        arguments(
            "combined_workflow",
            "diamond_decision_batch_processor",
            Map.of("numbers", IntStream.range(0, 50).boxed().toList())),
        arguments(
            "checkpoint_yield",
            "checkpoint_yield",
            Map.of("total_items", 100, "items_per_checkpoint", 7)),
        arguments(
            "csv_processing",
            "csv_product_inventory_analyzer",
            Map.of("csv_file_path", "data/products.csv")),
        arguments("data_pipeline", "analytics_pipeline", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void manyTasks_haveOneOutcome(String namespace, String name, Map<String, Object> input)
      throws InterruptedException {
    Set<String> outcomes = new HashSet<>();
    try (LocalEngine engine =
        LocalEngine.builder()
            .provide(Clock.class, Clock.systemUTC())
            .jsonRoundTrip(jsonRoundTrip)
            .build()) {
      List<TaskHandle> tasks = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        tasks.add(engine.submit(TaskRequest.of(namespace, name).input(input)));
      }
      for (TaskHandle task : tasks) {
        outcomes.add(outcome(task.await().orThrow()));
      }
    }

    assertThat(outcomes).hasSize(1);
  }

  private static String outcome(TaskResult result) {
    return result.steps().stream()
        .sorted(Comparator.comparing(StepReport::name))
        .map(step -> step.name() + " " + step.attempts() + " " + step.json())
        .collect(joining("\n"));
  }
}
