package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about where arguments come from. */
public final class ParameterRules {
  private ParameterRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(
            new UnboundParameterCheck(),
            new AmbiguousParameterCheck(),
            new ConfigKeyCheck(),
            new ApiCheck(),
            new DefaultCheck()),
        List.of(new ConfigCheck(), new UnreadConfigCheck()));
  }
}
