package io.tasker.processor.check.event;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.SubscriberModel;
import java.util.regex.Pattern;

/** A subscriber waits for events that there can be. */
final class EventPatternCheck implements Check.OfClass {
  // As io.tasker.event.EventPattern has it, which the processor cannot see.
  private static final Pattern FORM = Pattern.compile("\\*|(\\*|[a-z0-9_]+)(\\.(\\*|[a-z0-9_]+))+");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (SubscriberModel subscriber : handlers.subscribers()) {
      if (subscriber.patterns().isEmpty()) {
        diagnostics.report(
            Problem.error(
                Code.INVALID_EVENT_PATTERN,
                subscriber.at(),
                "subscriber method %s waits for no event.".formatted(subscriber.shown()),
                "fix: name events in @Subscribes, '*' for all of them."));
      }
      subscriber.patterns().stream()
          .filter(pattern -> !isPattern(pattern.value()))
          .map(EventPatternCheck::malformed)
          .forEach(diagnostics::report);
    }
  }

  static boolean isPattern(String text) {
    return FORM.matcher(text).matches();
  }

  private static Problem malformed(Located<String> pattern) {
    return Problem.error(
        Code.INVALID_EVENT_PATTERN,
        pattern.at(),
        "'%s' matches no event name.".formatted(pattern.value()),
        "fix: write '*', or at least two segments joined by dots, each '*' or of lower-case letters, digits and '_', such as 'payment.*'.");
  }
}
