package io.tasker.template.check;

import io.tasker.template.EventDeclaration;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Events and publishers have well-formed names, and a step declares an event once. */
final class EventCheck implements TemplateCheck {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      List<EventDeclaration> events = step.definition().publishesEvents();
      Map<String, Integer> last = new HashMap<>();
      for (int i = 0; i < events.size(); i++) {
        TemplatePath path = step.path().key("publishes_events").item(i);
        EventDeclaration event = events.get(i);
        NamingCheck.report(problems, path.key("name"), NamingRules.eventName(event.name()));
        checkPublisher(problems, path.key("publisher"), event);
        last.put(event.name(), i);
      }
      for (int i = 0; i < events.size(); i++) {
        if (last.get(events.get(i).name()) > i) {
          problems.report(
              ProblemCode.DUPLICATE_EVENT,
              step.path().key("publishes_events").item(i).key("name"),
              step.quoted()
                  + " declares event '"
                  + events.get(i).name()
                  + "' again below; only the last declaration counts.",
              Details.none().fix("keep one of them, or give them different names."));
        }
      }
    }
  }

  private static void checkPublisher(
      ProblemCollector problems, TemplatePath path, EventDeclaration event) {
    boolean isQualifiedName =
        Arrays.stream(event.publisher().split("::|\\.", -1))
            .allMatch(identifier -> IDENTIFIER.matcher(identifier).matches());
    if (!event.publisher().isEmpty() && !isQualifiedName) {
      problems.report(
          ProblemCode.INVALID_PUBLISHER,
          path,
          "'"
              + event.publisher()
              + "' is not a publisher: join names of letters, digits and '_' with '.' or '::'.",
          Details.none().fix("write a name like 'com.acme.PaymentEvents'."));
    }
  }
}
