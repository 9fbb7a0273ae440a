package io.tasker.processor.check.lock;

import io.tasker.processor.check.rule.Rules;
import io.tasker.processor.model.Lock;
import java.util.List;

/** The rules about released workflows. */
public final class LockRules {
  private LockRules() {}

  /** Returns the rules for what a lock file has. */
  public static Rules all(Lock released) {
    return new Rules(
        List.of(), List.of(new LockCheck(released), new LockedWorkflowGoneCheck(released)));
  }
}
