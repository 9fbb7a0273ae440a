package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about what identifies a workflow. */
public final class WorkflowRules {
  private WorkflowRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(
            new NamespaceCheck(),
            new WorkflowNameCheck(),
            new VersionCheck(),
            new WorkflowStepsCheck()),
        List.of(new TemplateIdentityCheck(), new DuplicateWorkflowCheck()));
  }
}
