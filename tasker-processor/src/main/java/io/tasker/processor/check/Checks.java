package io.tasker.processor.check;

import io.tasker.processor.check.batch.BatchRules;
import io.tasker.processor.check.decision.DecisionRules;
import io.tasker.processor.check.dependency.DependencyRules;
import io.tasker.processor.check.event.EventRules;
import io.tasker.processor.check.handler.HandlerRules;
import io.tasker.processor.check.input.InputRules;
import io.tasker.processor.check.lock.LockRules;
import io.tasker.processor.check.parameter.ParameterRules;
import io.tasker.processor.check.payload.PayloadRules;
import io.tasker.processor.check.rule.Rules;
import io.tasker.processor.check.schema.SchemaRules;
import io.tasker.processor.check.step.StepRules;
import io.tasker.processor.check.template.TemplateRules;
import io.tasker.processor.check.workflow.WorkflowRules;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import java.util.List;

/** All rules. Each runs even if another found something, so that all mistakes show at once. */
public final class Checks {
  private final List<Rules> subjects;

  /**
   * Creates the rules.
   *
   * @param unresolvedIsError whether a step or handler that is not in this module is an error
   * @param withClient whether each workflow gets a client
   */
  public Checks(boolean unresolvedIsError, boolean withClient) {
    subjects =
        List.of(
            WorkflowRules.all(),
            HandlerRules.all(withClient),
            ParameterRules.all(),
            StepRules.all(),
            PayloadRules.all(),
            TemplateRules.all(unresolvedIsError),
            DependencyRules.all(unresolvedIsError),
            DecisionRules.all(),
            BatchRules.all(),
            EventRules.all(),
            InputRules.all(),
            SchemaRules.all());
  }

  /** Judges a class by itself. */
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    subjects.forEach(rules -> rules.ofClass().forEach(rule -> rule.check(handlers, diagnostics)));
  }

  /** Judges the classes of an artifact together. */
  public void check(ModuleModel module, Diagnostics diagnostics) {
    subjects.forEach(rules -> rules.ofModule().forEach(rule -> rule.check(module, diagnostics)));
  }

  /** Judges the workflows of an artifact by what is released of them. */
  public void check(ModuleModel module, Lock released, Diagnostics diagnostics) {
    LockRules.all(released).ofModule().forEach(rule -> rule.check(module, diagnostics));
  }
}
