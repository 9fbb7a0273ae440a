package io.tasker.template.check;

import io.tasker.template.StepType;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;

/** A decision depends on something and has something to choose from. */
final class DecisionCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.stepsOf(StepType.DECISION)) {
      if (step.definition().dependencies().isEmpty()) {
        problems.report(
            ProblemCode.DECISION_WITHOUT_DEPENDENCY,
            step.path().key("name"),
            "decision '"
                + step.name()
                + "' has no dependencies; Tasker Core refuses such a template.",
            Details.none().fix("let it depend on a step, for example one that checks the input."));
      }
      if (inspected.graph().dependents(step.name()).isEmpty()) {
        problems.report(
            ProblemCode.DECISION_WITHOUT_BRANCHES,
            step.path().key("name"),
            "no step depends on decision '" + step.name() + "', so it has nothing to choose from.",
            Details.none().fix("let each step it may choose depend on it."));
      }
    }
  }
}
