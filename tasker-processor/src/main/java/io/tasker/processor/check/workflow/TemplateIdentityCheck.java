package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.template.problem.TemplatePath;

/** A workflow that is declared in Java has no template of its identity beside it. */
final class TemplateIdentityCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.workflows()) {
      WorkflowModel workflow = handlers.workflow().orElseThrow();
      module.templates().templates().stream()
          .filter(template -> template.identity().equals(workflow.identity()))
          .map(template -> template.place(TemplatePath.root().key("name")))
          .findFirst()
          .map(
              place ->
                  Problem.error(
                      Code.DUPLICATE_WORKFLOW,
                      workflow.at(),
                      "workflow '%s' is declared by a class and by a template."
                          .formatted(workflow.identity()),
                      "template: " + place,
                      "fix: change the name or the version of one, or remove one of them."))
          .ifPresent(diagnostics::report);
    }
  }
}
