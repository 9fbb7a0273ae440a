package io.tasker.processor.check.event;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.template.problem.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A subscriber that waits for nearly an event of this module means that event. Events come from
 * other modules, too, so nothing is said of other names.
 */
final class UnpublishedEventCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Set<String> events = events(module);
    if (!module.templates().isComplete()) {
      return;
    }
    module.classes().stream()
        .filter(each -> each.origin() == HandlerClass.Origin.SOURCE)
        .flatMap(each -> each.subscribers().stream())
        .flatMap(subscriber -> subscriber.patterns().stream())
        .filter(pattern -> EventPatternCheck.isPattern(pattern.value()))
        .filter(pattern -> events.stream().noneMatch(matcher(pattern.value())))
        .flatMap(pattern -> problem(pattern, events).stream())
        .forEach(diagnostics::report);
  }

  private static Set<String> events(ModuleModel module) {
    Set<String> events = new TreeSet<>();
    module.classes().stream()
        .flatMap(each -> each.handlers().stream())
        .flatMap(handler -> handler.settings().events().stream())
        .forEach(event -> events.add(event.name().value()));
    module.templates().all().stream()
        .flatMap(usage -> usage.step().definition().publishesEvents().stream())
        .forEach(event -> events.add(event.name()));
    return events;
  }

  /** Returns what tells the names of a pattern, in which a star stands for one segment. */
  private static Predicate<String> matcher(String pattern) {
    return pattern.equals("*")
        ? event -> true
        : Pattern.compile(pattern.replace(".", "\\.").replace("*", "[^.]+")).asMatchPredicate();
  }

  private static Optional<Problem> problem(Located<String> pattern, Set<String> events) {
    Set<String> patterns = new TreeSet<>();
    events.forEach(event -> patterns.add(likened(event, pattern.value())));
    List<String> meant = Suggestions.closest(pattern.value(), patterns);
    return meant.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                    Code.UNPUBLISHED_EVENT,
                    pattern.at(),
                    "no step of this module publishes an event that '%s' matches."
                        .formatted(pattern.value()),
                    "did you mean: " + Words.choice(meant),
                    "known events: " + Words.list(events),
                    "fix: correct the name, unless another module publishes the event.")
                .asWarning());
  }

  /** Returns the name of an event with a star wherever the pattern has one. */
  private static String likened(String event, String pattern) {
    String[] segments = event.split("\\.", -1);
    String[] stars = pattern.split("\\.", -1);
    for (int i = 0; i < segments.length && segments.length == stars.length; i++) {
      segments[i] = stars[i].equals("*") ? "*" : segments[i];
    }
    return String.join(".", segments);
  }
}
