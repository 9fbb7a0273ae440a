package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about templates and the handlers they name. */
public final class TemplateRules {
  private TemplateRules() {}

  /**
   * Returns the rules.
   *
   * @param unresolvedIsError whether a step or handler that is not in this module is an error
   */
  public static Rules all(boolean unresolvedIsError) {
    return new Rules(
        List.of(),
        List.of(
            new TemplateProblemCheck(unresolvedIsError),
            new UnknownCallableCheck(unresolvedIsError),
            new HandlerMethodCheck(),
            new ResolverCheck(),
            new UnusedHandlerCheck()));
  }
}
