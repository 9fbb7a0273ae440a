package io.tasker.processor.check;

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
        .filter(name -> !StepNameCheck.LOWER_SNAKE_CASE.matcher(name.value()).matches())
        .map(name -> StepNameCheck.problem(Code.INVALID_WORKFLOW_NAME, name, "a workflow name"))
        .ifPresent(diagnostics::report);
  }
}
