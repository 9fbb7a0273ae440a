package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;

/** A workflow has a step: Tasker Core takes no template without one. */
final class WorkflowStepsCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    if (handlers.handlers().isEmpty()) {
      handlers
          .workflow()
          .map(
              workflow ->
                  Problem.error(
                      Code.WORKFLOW_WITHOUT_HANDLERS,
                      workflow.at(),
                      "workflow '%s' has no steps.".formatted(workflow.identity()),
                      "fix: annotate its static methods with @Handler, or remove @Workflow."))
          .ifPresent(diagnostics::report);
    }
  }
}
