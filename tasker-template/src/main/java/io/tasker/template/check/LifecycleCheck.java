package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.Map;

/** Lifecycle settings are in their ranges. */
final class LifecycleCheck implements TemplateCheck {
  private static final List<String> ACTIONS = List.of("dlq", "error", "none");
  private static final List<Range> MINUTES =
      List.of(
          new Range("max_duration_minutes", 1, 43_200),
          new Range("max_waiting_for_dependencies_minutes", 1, 10_080),
          new Range("max_waiting_for_retry_minutes", 1, 10_080),
          new Range("max_steps_in_process_minutes", 1, 10_080));

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    TemplatePath path = TemplatePath.root().key("lifecycle");
    Map<String, Object> lifecycle = inspected.template().lifecycle();
    for (Range range : MINUTES) {
      if (lifecycle.get(range.key()) instanceof Number minutes) {
        range.check(
            problems,
            ProblemCode.INVALID_LIFECYCLE,
            path,
            "'lifecycle'",
            minutes.longValue(),
            minutes.longValue() < 1);
      }
    }
    if (lifecycle.get("staleness_action") instanceof String action && !ACTIONS.contains(action)) {
      problems.report(
          ProblemCode.INVALID_LIFECYCLE,
          path.key("staleness_action"),
          "'staleness_action' is '" + action + "', which is none of its values.",
          Details.none()
              .didYouMean(Suggestions.closest(action, ACTIONS))
              .line("known values", Details.list(ACTIONS)));
    }
  }
}
