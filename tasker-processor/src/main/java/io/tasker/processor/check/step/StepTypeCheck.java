package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Context;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.StepType;
import io.tasker.template.problem.TemplatePath;
import java.util.Optional;

/** The type of a step is the one that the signature of its handler says. */
final class StepTypeCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      module.templates().usages(handler).stream()
          .flatMap(usage -> problem(handler, usage).stream())
          .findFirst()
          .ifPresent(diagnostics::report);
    }
  }

  private static Optional<Problem> problem(HandlerModel handler, Usage usage) {
    StepType written = usage.step().definition().type();
    Optional<StepType> said = said(handler.kind());
    boolean fits =
        said.map(written::equals)
            .orElseGet(
                () ->
                    switch (written) {
                      case STANDARD, DEFERRED_CONVERGENCE -> true;
                      // Whoever builds the outcome by hand says nothing in the signature.
                      case DECISION, BATCHABLE -> isOpen(handler.result().value().payload());
                      case BATCH_WORKER -> !handler.parameters(Context.class).isEmpty();
                    });
    return fits ? Optional.empty() : Optional.of(problem(handler, usage, said));
  }

  private static Problem problem(HandlerModel handler, Usage usage, Optional<StepType> said) {
    StepType written = usage.step().definition().type();
    TemplatePath type = usage.step().path().key("type");
    return Problem.error(
        Code.STEP_TYPE_MISMATCH,
        handler.at(),
        "step '%s' is of type '%s' in template %s, but its handler %s."
            .formatted(
                usage.step().name(),
                written.yamlName(),
                usage.template().identity(),
                signature(handler.kind(), written)),
        "template: " + usage.template().place(type),
        "fix: "
            + said.map(
                    needed ->
                        "write type: %s, or change the signature.".formatted(needed.yamlName()))
                .orElseGet(() -> "leave type out, or " + change(written)));
  }

  private static String signature(StepKind kind, StepType written) {
    return switch (kind) {
      case DECISION -> "returns Decision";
      case BATCH_ANALYZER -> "returns BatchPlan";
      case BATCH_WORKER -> "takes BatchSlice";
      case STANDARD ->
          switch (written) {
            case DECISION -> "does not return Decision";
            case BATCHABLE -> "does not return BatchPlan";
            case BATCH_WORKER, STANDARD, DEFERRED_CONVERGENCE -> "takes no BatchSlice";
          };
    };
  }

  private static String change(StepType written) {
    return switch (written) {
      case DECISION -> "return Decision.";
      case BATCHABLE -> "return BatchPlan.";
      case BATCH_WORKER, STANDARD, DEFERRED_CONVERGENCE -> "take a BatchSlice.";
    };
  }

  private static Optional<StepType> said(StepKind kind) {
    return switch (kind) {
      case DECISION -> Optional.of(StepType.DECISION);
      case BATCH_ANALYZER -> Optional.of(StepType.BATCHABLE);
      case BATCH_WORKER -> Optional.of(StepType.BATCH_WORKER);
      case STANDARD -> Optional.empty();
    };
  }

  private static boolean isOpen(PayloadType type) {
    return type instanceof PayloadType.Open || type instanceof PayloadType.MapType;
  }
}
