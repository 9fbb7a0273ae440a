package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.SnakeCase;

/** A configuration value has a key. */
final class ConfigKeyCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      handler.parameters(ConfigValue.class).stream()
          .filter(config -> config.key().value().isBlank())
          .forEach(config -> diagnostics.report(problem(handler, config)));
    }
  }

  private static Problem problem(HandlerModel handler, ConfigValue config) {
    String parameter = config.slot().name();
    return Problem.error(
        Code.MISSING_CONFIG,
        config.key().at(),
        "parameter '%s' of step '%s' takes a configuration value, but names no key."
            .formatted(parameter, handler.step()),
        "fix: name the key: @Config(\"%s\").".formatted(SnakeCase.stepName(parameter)));
  }
}
