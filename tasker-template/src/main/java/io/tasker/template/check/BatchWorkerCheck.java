package io.tasker.template.check;

import io.tasker.template.StepType;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;

/** A batch worker is multiplied by a batchable step, as its own configuration says. */
final class BatchWorkerCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      if (step.definition().type() == StepType.BATCH_WORKER) {
        checkWorker(inspected, problems, step);
      } else if (step.definition().batch().isPresent()) {
        problems.report(
            ProblemCode.MISPLACED_BATCH_CONFIG,
            step.path().key("batch_config"),
            step.quoted()
                + " is of type '"
                + step.definition().type().yamlName()
                + "', so nothing reads its batch_config.",
            Details.none().fix("move it to the step of type batch_worker."));
      }
    }
  }

  private static void checkWorker(
      Inspected inspected, ProblemCollector problems, Inspected.Step step) {
    step.definition()
        .batch()
        .ifPresentOrElse(
            batch ->
                BatchWorkers.checkNamed(
                    inspected,
                    problems,
                    step.quoted(),
                    step.path().key("batch_config").key("worker_template"),
                    batch.workerTemplate()),
            () ->
                problems.report(
                    ProblemCode.MISSING_BATCH_CONFIG,
                    step.path().key("batch_config"),
                    step.quoted() + " is a batch worker without a batch_config.",
                    Details.none().fix("add batch_config with its five keys.")));
    boolean isBatched =
        step.definition().dependencies().stream()
            .flatMap(dependency -> inspected.typeOf(dependency).stream())
            .anyMatch(type -> type == StepType.BATCHABLE);
    boolean isKnown =
        step.definition().dependencies().stream()
            .allMatch(dependency -> inspected.typeOf(dependency).isPresent());
    if (!isBatched && isKnown) {
      problems.report(
          ProblemCode.BATCH_WORKER_WITHOUT_ANALYZER,
          step.path().key("name"),
          step.quoted() + " is a batch worker, but depends on no batchable step, so it never runs.",
          Details.none().fix("let it depend on the step of type batchable that splits the work."));
    }
  }
}
