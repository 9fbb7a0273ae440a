package io.tasker.engine;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.LocatedTemplate;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Workflows with all kinds of steps, from shapes that jqwik can shrink. */
final class RandomWorkflows {
  private RandomWorkflows() {}

  /**
   * What becomes a step: for a batchable one, two.
   *
   * @param type the type
   * @param above a bit for each step before it that it depends on
   * @param attempts how many attempts it has
   * @param strategy what its batches do about failures
   */
  record Shape(StepType type, int above, int attempts, FailureStrategy strategy) {}

  static Arbitrary<List<Shape>> shapes() {
    Arbitrary<StepType> type =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(6, StepType.STANDARD),
            net.jqwik.api.Tuple.of(2, StepType.DECISION),
            net.jqwik.api.Tuple.of(2, StepType.DEFERRED_CONVERGENCE),
            net.jqwik.api.Tuple.of(1, StepType.BATCHABLE));
    return Combinators.combine(
            type,
            Arbitraries.integers().between(0, 0b111_1111_1111),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(FailureStrategy.values()))
        .as(Shape::new)
        .list()
        .ofMaxSize(10);
  }

  /** Returns templates that an engine takes. */
  static Arbitrary<TaskTemplate> templates() {
    return shapes()
        .map(RandomWorkflows::belowOneStep)
        .map(RandomWorkflows::template)
        .filter(
            template ->
                TemplateChecks.check(LocatedTemplate.withoutFile(template)).stream()
                    .noneMatch(TemplateProblem::isError));
  }

  private static List<Shape> belowOneStep(List<Shape> shapes) {
    List<Shape> below = new ArrayList<>();
    below.add(new Shape(StepType.STANDARD, 0, 2, FailureStrategy.ISOLATE));
    for (Shape shape : shapes) {
      // The two bits for the first step.
      below.add(new Shape(shape.type(), shape.above() | 0b11, shape.attempts(), shape.strategy()));
    }
    return below;
  }

  static TaskTemplate template(List<Shape> shapes) {
    TaskTemplate.Builder template = TaskTemplate.template("test", "flow", "1.0.0");
    List<String> names = new ArrayList<>();
    for (Shape shape : shapes) {
      String name = "s" + names.size();
      template.step(step(name, shape.type(), shape, above(shape, names)).build());
      names.add(name);
      if (shape.type() == StepType.BATCHABLE) {
        String worker = "s" + names.size();
        template.step(
            step(worker, StepType.BATCH_WORKER, shape, List.of(name))
                .batch(new BatchConfiguration(1, 2, "id", worker, shape.strategy()))
                .build());
        names.add(worker);
      }
    }
    return template.build();
  }

  private static List<String> above(Shape shape, List<String> names) {
    List<String> above = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      // Two bits each make edges rarer.
      if ((shape.above() >> (i % 11) & 1) == 1 && (shape.above() >> ((i * 3 + 1) % 11) & 1) == 1) {
        above.add(names.get(i));
      }
    }
    return above;
  }

  private static StepDefinition.Builder step(
      String name, StepType type, Shape shape, List<String> above) {
    return StepDefinition.step(name, HandlerReference.to(name))
        .type(type)
        .dependencies(above)
        .retry(Templates.retries(shape.attempts(), BackoffStrategy.FIBONACCI, 1, 10));
  }
}
