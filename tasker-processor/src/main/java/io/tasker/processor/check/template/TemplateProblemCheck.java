package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TemplateFile;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.TemplateProblem;

/** A template makes sense by itself, whatever its handlers are. */
final class TemplateProblemCheck implements Check.OfModule {
  private final boolean unresolvedIsError;

  TemplateProblemCheck(boolean unresolvedIsError) {
    this.unresolvedIsError = unresolvedIsError;
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (TemplateFile file : module.templates().files()) {
      file.problems().stream()
          .filter(problem -> !isKnownFromHandler(module, file, problem))
          .filter(problem -> !isOfUntypedStep(module, file, problem))
          .map(problem -> Problem.of(problem, module.placeOf(file)))
          .forEach(diagnostics::report);
    }
  }

  /** A step needs no result_schema where its handler is known, or must be. */
  private boolean isKnownFromHandler(
      ModuleModel module, TemplateFile file, TemplateProblem problem) {
    return problem.code() == ProblemCode.NO_RESULT_SCHEMA
        && (unresolvedIsError
            || module.templates().all().stream()
                .filter(usage -> usage.template().file().equals(file))
                .map(Usage::step)
                .anyMatch(
                    step -> step.handler().isPresent() && step.path().contains(problem.path())));
  }

  /**
   * What is conditional is open while the type of a decision or batch worker is to be corrected.
   */
  private static boolean isOfUntypedStep(
      ModuleModel module, TemplateFile file, TemplateProblem problem) {
    return problem.code() == ProblemCode.NO_CONDITIONAL_DEPENDENCY
        && module.templates().all().stream()
            .filter(usage -> usage.template().file().equals(file))
            .map(Usage::step)
            .anyMatch(TemplateProblemCheck::isUntyped);
  }

  private static boolean isUntyped(TemplateStep step) {
    StepType type = step.definition().type();
    return step.handler()
        .map(HandlerModel::kind)
        .filter(
            kind ->
                (kind == StepKind.DECISION && type != StepType.DECISION)
                    || (kind == StepKind.BATCH_WORKER && type != StepType.BATCH_WORKER))
        .isPresent();
  }
}
