package io.tasker.processor.check;

import io.tasker.processor.check.Edges.Edge;
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
          .filter(edge -> branches.behind(edge.source()).isEmpty())
          .filter(NeedlessOptionalCheck::isAlwaysThere)
          .map(NeedlessOptionalCheck::problem)
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

  static Problem problem(Edge edge) {
    return Problem.error(
            Code.NEEDLESS_OPTIONAL,
            edge.dependency().slot().at(),
            "step '%s' takes the result of '%s' as Optional, but that step always runs before it."
                .formatted(edge.reader(), edge.source()),
            "fix: take %s."
                .formatted(
                    TypeText.simple(TypeText.present(edge.dependency().slot().type().name()))))
        .asWarning();
  }
}
