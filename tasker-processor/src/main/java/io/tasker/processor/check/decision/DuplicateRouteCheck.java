package io.tasker.processor.check.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ResultForm.Routes;
import java.util.List;
import java.util.TreeMap;

/** The constants of a decision's enum stand for different steps. */
final class DuplicateRouteCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel decision : handlers.handlers()) {
      if (decision.result().form() instanceof Routes routes) {
        routes.constants().stream()
            .collect(groupingBy(Routes::step, TreeMap::new, toList()))
            .forEach(
                (step, constants) -> {
                  if (constants.size() > 1) {
                    diagnostics.report(problem(decision, routes, step, constants));
                  }
                });
      }
    }
  }

  private static Problem problem(
      HandlerModel decision, Routes routes, String step, List<String> constants) {
    return Problem.error(
        Code.DUPLICATE_ROUTE,
        decision.at(),
        "decision '%s' has %d constants for one route, '%s': %s."
            .formatted(decision.step(), constants.size(), step, String.join(" and ", constants)),
        "fix: keep one of them in %s.".formatted(routes.enumName()));
  }
}
