package io.tasker.processor.check.dependency;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Every step that another one names exists. */
final class UnknownDependencyCheck implements Check.OfModule {
  private final boolean unresolvedIsError;

  UnknownDependencyCheck(boolean unresolvedIsError) {
    this.unresolvedIsError = unresolvedIsError;
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.classes()) {
      for (HandlerModel handler : handlers.handlers()) {
        if (module.isPlacedByTemplates(handlers, handler)) {
          continue;
        }
        handler.upstream().stream()
            .filter(step -> module.resolve(handlers, handler, step.value()).isEmpty())
            .map(step -> problem(module, handlers, handler, step))
            .forEach(diagnostics::report);
      }
    }
  }

  private Problem problem(
      ModuleModel module, HandlerClass handlers, HandlerModel handler, Located<String> unknown) {
    SortedSet<String> known = module.knownSteps(handlers);
    known.remove(handler.step());
    List<String> details = new ArrayList<>(Words.unknownName(unknown.value(), known, "steps"));
    boolean elsewhere = handlers.workflow().isEmpty();
    if (elsewhere && unresolvedIsError) {
      details.add(
          "fix: correct the name, or compile with -Atasker.unresolved=warn if the step lives in another module.");
    }
    Problem problem =
        Problem.error(
            Code.UNKNOWN_DEPENDENCY,
            unknown.at(),
            "step '%s' depends on '%s', but no step%s has that name."
                .formatted(
                    handler.step(),
                    unknown.value(),
                    elsewhere ? "" : " of " + handlers.name().simpleName()),
            details);
    // A workflow's template holds all of its steps, so there is no elsewhere for them.
    return elsewhere && !unresolvedIsError ? problem.asWarning() : problem;
  }
}
