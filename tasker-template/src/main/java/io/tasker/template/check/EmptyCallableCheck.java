package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;

/** A step names its handler. */
final class EmptyCallableCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      if (step.definition().handler().callable().isBlank()) {
        problems.report(
            ProblemCode.EMPTY_CALLABLE,
            step.path().key("handler").key("callable"),
            step.quoted() + " has an empty callable, so no handler can be found for it.",
            Details.none().fix("write the name under which the handler is registered."));
      }
    }
  }
}
