package io.tasker.processor.check.payload;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about types that travel as JSON. */
public final class PayloadRules {
  private PayloadRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(new NullableResultCheck(), new ResultJsonCheck(), new ParameterJsonCheck()),
        List.of());
  }
}
