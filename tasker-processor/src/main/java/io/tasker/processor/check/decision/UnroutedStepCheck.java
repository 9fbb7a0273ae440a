package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.Upstream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step below a decision is one of its routes or comes after one: Tasker Core creates the steps
 * that a decision chooses and what lies below them, and no others.
 */
final class UnroutedStepCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    if (handlers.workflow().isEmpty()) {
      return;
    }
    Upstream above = Upstream.of(handlers);
    Map<String, HandlerModel> steps = new HashMap<>();
    handlers.handlers().forEach(handler -> steps.put(handler.step(), handler));
    for (HandlerModel handler : handlers.handlers()) {
      for (Located<String> upstream : handler.upstream()) {
        HandlerModel decision = steps.get(upstream.value());
        if (decision != null
            && decision.kind() == StepKind.DECISION
            // A route that is no step at all is told elsewhere: it may be this one, misspelt.
            && steps.keySet().containsAll(decision.routes())
            && !isBelow(above, steps, handler, decision.routes())) {
          diagnostics.report(problem(handler, upstream, decision));
        }
      }
    }
  }

  /** Returns whether a step is a route or waits, however indirectly, for one. */
  private static boolean isBelow(
      Upstream above, Map<String, HandlerModel> steps, HandlerModel start, List<String> routes) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(start.step()));
    while (!next.isEmpty()) {
      String step = next.remove();
      if (routes.contains(step)) {
        return true;
      }
      HandlerModel handler = steps.get(step);
      if (handler != null && seen.add(step)) {
        next.addAll(above.of(handler));
      }
    }
    return false;
  }

  private static Problem problem(
      HandlerModel handler, Located<String> upstream, HandlerModel decision) {
    return Problem.error(
        Code.UNROUTED_STEP,
        upstream.at(),
        headline(handler.step(), decision.step()),
        details(decision.routes()));
  }

  static String headline(String step, String decision) {
    return "step '%s' depends on decision '%s', but is none of its routes, so Tasker Core never creates it."
        .formatted(step, decision);
  }

  static List<String> details(List<String> routes) {
    return List.of(
        "routes: " + Words.list(routes),
        "fix: make it a route, or let it depend on one, or on what is above the decision.");
  }
}
