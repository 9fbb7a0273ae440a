package io.tasker.processor.check.decision;

import io.tasker.processor.check.dependency.Edges;
import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TypeText;

/** What a decision attaches is open data: nobody can say at compile time that it fits. */
final class DecisionDetailsCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      // Once for each workflow: it is no mistake, only something to know.
      Edges.of(module, workflow)
          .filter(edge -> edge.producer().kind() == StepKind.DECISION)
          .filter(edge -> !(edge.dependency().slot().type().payload().present() instanceof Open))
          .findFirst()
          .map(DecisionDetailsCheck::problem)
          .ifPresent(diagnostics::report);
    }
  }

  private static Problem problem(Edge edge) {
    return Problem.error(
            Code.UNCHECKED_DETAILS,
            edge.dependency().slot().at(),
            "step '%s' reads the details of decision '%s' as %s, which is checked at run time only."
                .formatted(
                    edge.reader(),
                    edge.source(),
                    TypeText.simple(edge.dependency().slot().type().name())),
            "fix: let a step before the decision return them, or add @SuppressWarnings(\"tasker:%s\")."
                .formatted(Code.UNCHECKED_DETAILS.id()))
        .asWarning();
  }
}
