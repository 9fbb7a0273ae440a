package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import java.util.List;

/** All rules. Each runs even if another found something, so that all mistakes show at once. */
public final class Checks {
  private final List<Check.OfClass> ofClass;
  private final List<Check.OfModule> ofModule;

  /**
   * Creates the rules.
   *
   * @param unresolvedIsError whether a step or handler that is not in this module is an error
   * @param withClient whether each workflow gets a client
   */
  public Checks(boolean unresolvedIsError, boolean withClient) {
    ofClass =
        List.of(
            new StepNameCheck(),
            new CallableCheck(),
            new NamespaceCheck(),
            new WorkflowNameCheck(),
            new VersionCheck(),
            new WorkflowStepsCheck(),
            new MissingHandlerCheck(),
            new GeneratedNameCheck(withClient),
            new AccessCheck(),
            new StaticCheck(),
            new NullableResultCheck(),
            new MethodShapeCheck(),
            new UnboundParameterCheck(),
            new AmbiguousParameterCheck(),
            new WholeInputCheck(),
            new ConfigKeyCheck(),
            new ApiCheck(),
            new DefaultCheck(),
            new DurationCheck(),
            new RetryCheck(),
            new ResultJsonCheck(),
            new ParameterJsonCheck(),
            new StepKindCheck(),
            new FanOutCheck(),
            new EventCheck(),
            new SubscriberCheck(),
            new EventPatternCheck(),
            new DuplicateStepCheck(),
            new DuplicateRouteCheck(),
            new UnroutedStepCheck());
    ofModule =
        List.of(
            new TemplateProblemCheck(unresolvedIsError),
            new UnknownCallableCheck(unresolvedIsError),
            new TemplateDependencyCheck(),
            new AncestorCheck(),
            new HandlerMethodCheck(),
            new ResolverCheck(),
            new UnusedHandlerCheck(),
            new StepTypeCheck(),
            new TemplateRouteCheck(),
            new TemplateUnroutedStepCheck(),
            new MissingFanOutCheck(),
            new FanOutMatchCheck(),
            new TemplateIdentityCheck(),
            new TemplateConditionCheck(),
            new TemplateOptionalCheck(),
            new ResultSchemaMatchCheck(),
            new UndeclaredResultCheck(),
            new SchemaDependencyCheck(),
            new InputSchemaMatchCheck(),
            new UndeclaredInputCheck(),
            new ConfigCheck(),
            new SettingMatchCheck(),
            new NeverRetriedCheck(),
            new EventMatchCheck(),
            new DuplicateCallableCheck(),
            new DuplicateWorkflowCheck(),
            new UnknownDependencyCheck(unresolvedIsError),
            new DependencyCycleCheck(),
            new UnknownFieldCheck(),
            new DependencyTypeCheck(),
            new DecisionCheck(),
            new RouteCheck(),
            new BatchWorkerCheck(),
            new BatchResultsCheck(),
            new ConditionalDependencyCheck(),
            new NeedlessOptionalCheck(),
            new DecisionDetailsCheck(),
            new InputTypeCheck(),
            new MisspeltInputCheck(),
            new InputDefaultCheck());
  }

  /** Judges a class by itself. */
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    ofClass.forEach(check -> check.check(handlers, diagnostics));
  }

  /** Judges the classes of an artifact together. */
  public void check(ModuleModel module, Diagnostics diagnostics) {
    ofModule.forEach(check -> check.check(module, diagnostics));
  }

  /** Judges the workflows of an artifact by what is released of them. */
  public void check(ModuleModel module, Lock released, Diagnostics diagnostics) {
    new LockCheck(released).check(module, diagnostics);
    new LockedWorkflowGoneCheck(released).check(module, diagnostics);
  }
}
