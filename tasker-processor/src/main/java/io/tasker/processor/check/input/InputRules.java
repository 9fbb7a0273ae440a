package io.tasker.processor.check.input;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about the input of a task. */
public final class InputRules {
  private InputRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(new WholeInputCheck()),
        List.of(new InputTypeCheck(), new MisspeltInputCheck(), new InputDefaultCheck()));
  }
}
