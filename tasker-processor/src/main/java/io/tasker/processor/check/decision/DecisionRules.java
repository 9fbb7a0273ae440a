package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about branches. */
public final class DecisionRules {
  private DecisionRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(new DuplicateRouteCheck(), new UnroutedStepCheck()),
        List.of(
            new TemplateRouteCheck(),
            new TemplateUnroutedStepCheck(),
            new TemplateConditionCheck(),
            new TemplateConvergenceCheck(),
            new TemplateOptionalCheck(),
            new DecisionCheck(),
            new RouteCheck(),
            new ConditionalDependencyCheck(),
            new NeedlessOptionalCheck(),
            new DecisionDetailsCheck()));
  }
}
