package io.tasker.engine;

import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.TaskTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies what an environment or an application changes, in order, as Tasker Core does. */
final class EnvironmentOverlay {
  /** The environment that an engine runs in unless it is told another. */
  static final String DEFAULT = "production";

  private static final String EVERY_STEP = "ALL";

  private EnvironmentOverlay() {}

  static TaskTemplate apply(TaskTemplate template, String environment) {
    return apply(template, template.environments().getOrDefault(environment, List.of()));
  }

  static TaskTemplate apply(TaskTemplate template, List<StepOverride> overrides) {
    if (overrides.isEmpty()) {
      return template;
    }
    return template.withSteps(
        template.steps().stream().map(step -> apply(step, overrides)).toList());
  }

  private static StepDefinition apply(StepDefinition step, List<StepOverride> overrides) {
    StepDefinition result = step;
    for (StepOverride override : overrides) {
      if (override.step().equals(EVERY_STEP) || override.step().equals(step.name())) {
        result = apply(result, override);
      }
    }
    return result;
  }

  private static StepDefinition apply(StepDefinition step, StepOverride override) {
    Map<String, Object> initialization = new LinkedHashMap<>(step.handler().initialization());
    initialization.putAll(override.initialization());
    HandlerReference handler = step.handler();
    return new StepDefinition(
        step.name(),
        step.description(),
        step.type(),
        new HandlerReference(
            handler.callable(), handler.method(), handler.resolver(), initialization),
        step.dependencies(),
        override.retry().orElse(step.retry()),
        override.timeout().or(step::timeout),
        step.batch(),
        step.publishesEvents(),
        step.resultSchema(),
        step.systemDependency(),
        step.composition());
  }
}
