package io.tasker.processor.check.event;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.EventModel;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Events have names that subscribers can match, and a step publishes each under one condition. */
final class EventCheck implements Check.OfClass {
  private static final Pattern FORM = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      Set<String> published = new HashSet<>();
      for (EventModel event : handler.settings().events()) {
        Located<String> name = event.name();
        if (!FORM.matcher(name.value()).matches()) {
          diagnostics.report(malformed(name));
        }
        if (!published.add(name.value())) {
          diagnostics.report(twice(handler, name));
        }
      }
    }
  }

  private static Problem malformed(Located<String> name) {
    List<String> details = new ArrayList<>();
    String corrected =
        name.value()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_.]+", "_")
            .replaceAll("\\.+", ".")
            .replaceAll("^\\.|\\.$", "");
    if (FORM.matcher(corrected).matches()) {
      details.add("did you mean: " + Words.quoted(corrected));
    }
    return Problem.error(
        Code.INVALID_EVENT_NAME,
        name.at(),
        "'%s' is not an event name: join at least two segments of lower-case letters, digits and '_' with dots."
            .formatted(name.value()),
        details);
  }

  private static Problem twice(HandlerModel handler, Located<String> name) {
    return Problem.error(
        Code.DUPLICATE_EVENT,
        name.at(),
        "step '%s' publishes event '%s' twice.".formatted(handler.step(), name.value()),
        "fix: keep one @Publishes, with on = ALWAYS for any outcome, or use different names.");
  }
}
