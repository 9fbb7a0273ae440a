package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.LowerSnakeCase;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.WorkflowModel;

/** A workflow name is lower_snake_case. */
final class WorkflowNameCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers
        .workflow()
        .map(WorkflowModel::name)
        .filter(name -> !LowerSnakeCase.is(name.value()))
        .map(name -> LowerSnakeCase.problem(Code.INVALID_WORKFLOW_NAME, name, "a workflow name"))
        .ifPresent(diagnostics::report);
  }
}
