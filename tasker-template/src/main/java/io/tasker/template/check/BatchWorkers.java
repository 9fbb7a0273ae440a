package io.tasker.template.check;

import io.tasker.template.StepType;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.List;

/** A step that names a batch worker names one that exists. */
final class BatchWorkers {
  private BatchWorkers() {}

  static void checkNamed(
      Inspected inspected,
      ProblemCollector problems,
      String step,
      TemplatePath path,
      String worker) {
    if (inspected.typeOf(worker).filter(type -> type == StepType.BATCH_WORKER).isPresent()) {
      return;
    }
    List<String> known = inspected.namesOf(StepType.BATCH_WORKER);
    problems.report(
        ProblemCode.UNKNOWN_BATCH_WORKER,
        path,
        step
            + " names '"
            + worker
            + "' as its batch worker, but "
            + inspected
                .typeOf(worker)
                .map(type -> "that step is of type '" + type.yamlName() + "'.")
                .orElse("no step has that name."),
        Details.none()
            .didYouMean(Suggestions.closest(worker, known))
            .known("batch workers", known));
  }
}
