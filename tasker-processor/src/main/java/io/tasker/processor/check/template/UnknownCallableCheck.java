package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import java.util.ArrayList;
import java.util.List;

/** Every step of a template has a handler. */
final class UnknownCallableCheck implements Check.OfModule {
  /** Tasker Core runs such steps itself. */
  private static final String VIRTUAL = "grammar:";

  private final boolean unresolvedIsError;

  UnknownCallableCheck(boolean unresolvedIsError) {
    this.unresolvedIsError = unresolvedIsError;
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (Usage usage : module.templates().all()) {
      String callable = usage.step().definition().handler().callable();
      boolean isNamed = !callable.isBlank() && !callable.startsWith(VIRTUAL);
      if (isNamed && module.templates().callables().named(callable).isEmpty()) {
        diagnostics.report(problem(module, usage, callable));
      }
    }
  }

  private Problem problem(ModuleModel module, Usage usage, String callable) {
    List<String> details =
        new ArrayList<>(
            Words.unknownName(callable, module.templates().callables().callables(), "callables"));
    if (unresolvedIsError) {
      details.add(
          "fix: correct the name, or compile with -Atasker.unresolved=warn if the handler lives in another module.");
    }
    Problem problem =
        InTemplate.error(
            module,
            usage.template(),
            usage.step().path().key("handler").key("callable"),
            Code.UNKNOWN_CALLABLE,
            "step '%s' names the handler '%s', but no handler has that callable."
                .formatted(usage.step().name(), callable),
            details);
    return unresolvedIsError ? problem : problem.asWarning();
  }
}
