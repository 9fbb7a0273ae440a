package io.tasker.processor.check.dependency;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about the edges between steps. */
public final class DependencyRules {
  private DependencyRules() {}

  /**
   * Returns the rules.
   *
   * @param unresolvedIsError whether a step or handler that is not in this module is an error
   */
  public static Rules all(boolean unresolvedIsError) {
    return new Rules(
        List.of(),
        List.of(
            new TemplateDependencyCheck(),
            new AncestorCheck(),
            new UnknownDependencyCheck(unresolvedIsError),
            new DependencyCycleCheck(),
            new UnknownFieldCheck(),
            new DependencyTypeCheck()));
  }
}
