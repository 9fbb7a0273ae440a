package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import java.util.List;

/** A dependency is the name of a step. */
final class UnknownDependencyCheck implements TemplateCheck {
  /** Comparing every wrong name with every right one would take minutes in a large broken file. */
  private static final int WITH_SUGGESTIONS = 100;

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    List<String> known = List.copyOf(inspected.graph().steps());
    int reported = 0;
    for (Inspected.Step step : inspected.steps()) {
      List<String> dependencies = step.definition().dependencies();
      for (int i = 0; i < dependencies.size(); i++) {
        String dependency = dependencies.get(i);
        if (inspected.typeOf(dependency).isEmpty()) {
          problems.report(
              ProblemCode.UNKNOWN_DEPENDENCY,
              step.path().key("dependencies").item(i),
              step.quoted() + " depends on '" + dependency + "', but no step has that name.",
              reported++ < WITH_SUGGESTIONS
                  ? suggestions(step.name(), dependency, known)
                  : Details.none());
        }
      }
    }
  }

  private static Details suggestions(String step, String dependency, List<String> known) {
    List<String> others = known.stream().filter(name -> !name.equals(step)).toList();
    return Details.none().didYouMean(Suggestions.closest(dependency, others)).known("steps", known);
  }
}
