package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about analyzers and batch workers. */
public final class BatchRules {
  private BatchRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(new FanOutCheck()),
        List.of(
            new MissingFanOutCheck(),
            new FanOutMatchCheck(),
            new BatchWorkerCheck(),
            new BatchResultsCheck()));
  }
}
