package io.tasker.processor.check.decision;

import io.tasker.processor.check.dependency.Edges;
import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.Branches;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Unresolved;
import io.tasker.processor.model.TypeText;
import java.util.Set;
import java.util.stream.Collectors;

/** A result that is always there need not be taken as Optional. */
final class NeedlessOptionalCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      // A route that is no step may be meant for one that then does not always run.
      if (!RouteCheck.areStepsKnown(workflow)) {
        continue;
      }
      Branches branches = Branches.of(workflow);
      Edges.of(module, workflow)
          .filter(edge -> edge.dependency().slot().type().payload() instanceof OptionalType)
          .filter(
              edge ->
                  branches
                      .behind(edge.consumer().step())
                      .containsAll(branches.behind(edge.source())))
          .filter(NeedlessOptionalCheck::isAlwaysThere)
          .map(edge -> problem(edge, branches.behind(edge.source())))
          .forEach(diagnostics::report);
    }
  }

  static boolean isAlwaysThere(Edge edge) {
    PayloadType produced = edge.producer().result().value().payload();
    return edge.mismatch().isEmpty()
        && Projection.follow(produced, edge.dependency().path().value())
            .filter(found -> !(found instanceof OptionalType))
            .filter(found -> !(found instanceof Open || found instanceof Unresolved))
            .isPresent();
  }

  /**
   * Returns the warning.
   *
   * @param routes the routes that both steps lie behind; none if the result is there in each task
   */
  static Problem problem(Edge edge, Set<String> routes) {
    String taken = TypeText.simple(TypeText.present(edge.dependency().slot().type().name()));
    String where =
        "it runs on route %s only, where that result is always there"
            .formatted(routes.stream().map(Words::quoted).collect(Collectors.joining(" and ")));
    return Problem.error(
            Code.NEEDLESS_OPTIONAL,
            edge.dependency().slot().at(),
            "step '%s' takes the result of '%s' as Optional, but %s."
                .formatted(
                    edge.reader(),
                    edge.source(),
                    routes.isEmpty() ? "that step always runs before it" : where),
            "fix: take "
                + taken
                + (routes.isEmpty()
                    ? "."
                    : ", or let it wait for a step of each other route, too, with @After."))
        .asWarning();
  }
}
