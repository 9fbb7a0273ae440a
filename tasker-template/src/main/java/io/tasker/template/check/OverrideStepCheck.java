package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;

/** An environment changes steps that exist, or {@code ALL}. */
final class OverrideStepCheck implements TemplateCheck {
  private static final String ALL = "ALL";

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    List<String> known = new ArrayList<>(inspected.graph().steps());
    known.add(ALL);
    Overrides.forEach(
        inspected,
        (override, path, owner) -> {
          if (inspected.typeOf(override.step()).isEmpty() && !override.step().equals(ALL)) {
            problems.report(
                ProblemCode.UNKNOWN_OVERRIDE_STEP,
                path.key("name"),
                owner + " is changed, but no step has that name.",
                Details.none()
                    .didYouMean(Suggestions.closest(override.step(), known))
                    .known("steps", known));
          }
        });
  }
}
