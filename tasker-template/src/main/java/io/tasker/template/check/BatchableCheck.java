package io.tasker.template.check;

import io.tasker.template.StepType;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.List;

/** A batchable step names its worker, for Tasker Core asks it when there are no batches. */
final class BatchableCheck implements TemplateCheck {
  private static final String KEY = "worker_template_name";

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.stepsOf(StepType.BATCHABLE)) {
      TemplatePath path = step.path().key("handler").key("initialization").key(KEY);
      Object worker = step.definition().handler().initialization().get(KEY);
      if (worker instanceof String name) {
        BatchWorkers.checkNamed(inspected, problems, step.quoted(), path, name);
      } else {
        List<String> workers = inspected.namesOf(StepType.BATCH_WORKER);
        String example = workers.isEmpty() ? "<step>" : workers.get(0);
        problems.report(
            ProblemCode.MISSING_WORKER_TEMPLATE,
            path,
            step.quoted()
                + " does not name its batch worker, so it fails when there are no batches.",
            Details.none().fix("add " + KEY + ": " + example + " to handler.initialization."));
      }
    }
  }
}
