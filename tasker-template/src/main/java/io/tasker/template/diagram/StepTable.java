package io.tasker.template.diagram;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of a template as a Markdown table. */
final class StepTable {
  private static final String NONE = "—";

  private final TaskTemplate template;
  private final WorkflowGraph graph;

  StepTable(TaskTemplate template, WorkflowGraph graph) {
    this.template = template;
    this.graph = graph;
  }

  String markdown() {
    Map<String, StepDefinition> steps =
        template.steps().stream()
            .collect(Collectors.toMap(StepDefinition::name, step -> step, (first, other) -> first));
    StringBuilder table =
        new StringBuilder(
            """
            | Step | Type | Handler | Dependencies | Schema Fields | Retry |
            |------|------|---------|--------------|---------------|-------|
            """);
    graph.topologicalOrder().forEach(name -> table.append(row(steps.get(name))));
    return table.toString();
  }

  private static String row(StepDefinition step) {
    return "| %s |\n"
        .formatted(
            List.of(
                    step.name(),
                    title(step.type()),
                    step.handler().callable(),
                    join(step.dependencies()),
                    join(fields(step)),
                    retry(step.retry()))
                .stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ")));
  }

  private static String title(StepType type) {
    return switch (type) {
      case STANDARD -> "Standard";
      case DECISION -> "Decision";
      case DEFERRED_CONVERGENCE -> "DeferredConvergence";
      case BATCHABLE -> "Batchable";
      case BATCH_WORKER -> "BatchWorker";
    };
  }

  private static List<String> fields(StepDefinition step) {
    return step.resultSchema()
        .map(schema -> schema.keywords().get("properties"))
        .filter(Map.class::isInstance)
        .map(properties -> ((Map<?, ?>) properties).keySet())
        .map(names -> names.stream().map(String::valueOf).sorted().toList())
        .orElse(List.of());
  }

  /** Says nothing about the policy that most steps have. */
  private static String retry(RetryPolicy retry) {
    boolean isUsual =
        retry.maxAttempts() == RetryPolicy.DEFAULT.maxAttempts()
            && retry.backoff() == BackoffStrategy.EXPONENTIAL;
    return !retry.retryable() || isUsual
        ? NONE
        : retry.maxAttempts() + "x " + retry.backoff().yamlName();
  }

  private static String join(List<String> names) {
    return names.isEmpty() ? NONE : String.join(", ", names);
  }
}
