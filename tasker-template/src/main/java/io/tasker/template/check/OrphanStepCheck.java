package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;

/** In a workflow of several steps each is connected to another. */
final class OrphanStepCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    // A dependency that is misspelt leaves the step it means unconnected: that is one mistake.
    if (inspected.steps().size() < 2
        || inspected.hasDuplicateSteps()
        || inspected.hasUnknownDependencies()) {
      return;
    }
    for (Inspected.Step step : inspected.steps()) {
      if (step.definition().dependencies().isEmpty()
          && inspected.graph().dependents(step.name()).isEmpty()) {
        problems.report(
            ProblemCode.ORPHAN_STEP,
            step.path().key("name"),
            step.quoted() + " has no dependencies, and nothing depends on it.",
            Details.none().fix("connect it, or move it to a template of its own."));
      }
    }
  }
}
