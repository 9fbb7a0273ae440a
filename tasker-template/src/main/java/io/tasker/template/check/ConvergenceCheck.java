package io.tasker.template.check;

import io.tasker.template.StepType;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import java.util.List;
import java.util.Set;

/**
 * A deferred convergence waits for something conditional. Tasker Core creates it together with
 * branches or batches, so without any it would never exist.
 */
final class ConvergenceCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    Set<String> conditional = inspected.conditionalSteps();
    for (Inspected.Step step : inspected.stepsOf(StepType.DEFERRED_CONVERGENCE)) {
      List<String> dependencies = step.definition().dependencies();
      boolean isKnown =
          dependencies.stream().allMatch(dependency -> inspected.typeOf(dependency).isPresent());
      if (isKnown && dependencies.stream().noneMatch(conditional::contains)) {
        problems.report(
            ProblemCode.NO_CONDITIONAL_DEPENDENCY,
            step.path().key("name"),
            step.quoted()
                + " is a deferred convergence, but "
                + (dependencies.isEmpty()
                    ? "has no dependencies,"
                    : "none of its dependencies is conditional,")
                + " so it is never created.",
            Details.none()
                .fix("let it depend on a step below a decision or on a batch worker, or")
                .fix("remove its type."));
      }
    }
  }
}
