package io.tasker.processor.check.parameter;

import io.tasker.processor.check.parameter.StepConfigurations.Written;
import io.tasker.processor.check.payload.JsonValues;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration of a step has the keys that its handler needs, with values of their types. */
final class ConfigCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Set<List<String>> told = new HashSet<>();
    for (HandlerModel handler : module.templates().handlers()) {
      for (ConfigValue config : handler.parameters(ConfigValue.class)) {
        if (config.key().value().isBlank()) {
          continue;
        }
        module.templates().usages(handler).stream()
            .flatMap(usage -> problem(config, usage, told).stream())
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Optional<Problem> problem(
      ConfigValue config, Usage usage, Set<List<String>> told) {
    List<Written> written = StepConfigurations.of(usage, config.key().value());
    if (written.isEmpty()) {
      boolean isNeeded = config.defaultValue().isEmpty() && !config.slot().acceptsAbsence();
      return isNeeded && isNews(config.key().value(), usage, told)
          ? Optional.of(missing(config, usage))
          : Optional.empty();
    }
    return written.stream()
        .filter(value -> !fits(value, config))
        .findFirst()
        .map(value -> mismatch(config, usage, value));
  }

  /** A misspelt key of all steps is one mistake, whichever of them read it. */
  private static boolean isNews(String key, Usage usage, Set<List<String>> told) {
    Map<String, TemplatePath> keys = StepConfigurations.keys(usage);
    return Suggestions.closest(key, keys.keySet()).stream()
        .map(near -> usage.template().place(keys.get(near)))
        .allMatch(place -> told.add(List.of(key, place)));
  }

  private static boolean fits(Written written, ConfigValue config) {
    Object value = written.json();
    return value == null
        ? config.slot().acceptsAbsence() || config.defaultValue().isPresent()
        : JsonValues.isOf(value, config.slot().type().payload().present());
  }

  private static Problem missing(ConfigValue config, Usage usage) {
    String key = config.key().value();
    List<String> details =
        new ArrayList<>(Words.unknownName(key, StepConfigurations.keys(usage).keySet(), "keys"));
    details.add("template: " + usage.template().place(usage.step().path().key("handler")));
    details.add(
        "fix: add '%s' to handler.initialization, or give it a defaultValue.".formatted(key));
    return Problem.error(
        Code.MISSING_CONFIG,
        config.key().at(),
        "step '%s' needs configuration '%s', which template %s does not have."
            .formatted(usage.step().name(), key, usage.template().identity()),
        details);
  }

  private static Problem mismatch(ConfigValue config, Usage usage, Written written) {
    return Problem.error(
        Code.CONFIG_MISMATCH,
        config.slot().at(),
        "step '%s' takes configuration '%s' as %s, but template %s gives it %s."
            .formatted(
                usage.step().name(),
                config.key().value(),
                TypeText.simple(config.slot().type().name()),
                usage.template().identity(),
                written.inWords()),
        "template: " + usage.template().place(written.path()));
  }
}
