package io.tasker.template.check;

import io.tasker.template.BatchConfiguration;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.TemplatePath;

/** Batch sizes are in their ranges. */
final class BatchRangeCheck implements TemplateCheck {
  private static final Range SIZE = new Range("batch_size", 1, 100_000);
  private static final Range PARALLELISM = new Range("parallelism", 1, 1_000);

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      step.definition()
          .batch()
          .ifPresent(
              batch -> check(problems, step.path().key("batch_config"), step.quoted(), batch));
    }
  }

  private static void check(
      ProblemCollector problems, TemplatePath path, String owner, BatchConfiguration batch) {
    int size = batch.batchSize();
    SIZE.check(problems, ProblemCode.INVALID_BATCH, path, owner, size, size < 1);
    int parallelism = batch.parallelism();
    PARALLELISM.check(
        problems, ProblemCode.INVALID_BATCH, path, owner, parallelism, parallelism < 1);
    if (batch.cursorField().isBlank()) {
      problems.report(
          ProblemCode.INVALID_BATCH,
          Severity.ERROR,
          path.key("cursor_field"),
          owner + " has an empty cursor_field, so no batch can say where it begins.",
          Details.none().fix("name the field of an item that a cursor counts in, such as id."));
    }
  }
}
