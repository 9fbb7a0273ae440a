package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about what a step says of itself. */
public final class StepRules {
  private StepRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(
            new StepNameCheck(),
            new CallableCheck(),
            new DurationCheck(),
            new RetryCheck(),
            new StepKindCheck(),
            new DuplicateStepCheck()),
        List.of(
            new StepTypeCheck(),
            new SettingMatchCheck(),
            new NeverRetriedCheck(),
            new DuplicateCallableCheck()));
  }
}
