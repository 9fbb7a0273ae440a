package io.tasker.processor.check.event;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about events. */
public final class EventRules {
  private EventRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(new EventCheck(), new SubscriberCheck(), new EventPatternCheck()),
        List.of(new EventMatchCheck(), new UselessPublisherCheck(), new UnpublishedEventCheck()));
  }
}
