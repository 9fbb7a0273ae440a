package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Api;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.ParameterModel.Context;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepType;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A key that a template gives to steps is read by one of them. */
final class UnreadConfigCheck implements Check.OfModule {
  /** Tasker Core reads it of a batchable step. */
  private static final String WORKER = "worker_template_name";

  /** A key at its place in a file, and the steps it is given to. */
  private record Given(String key, TemplatePath place, List<Usage> steps) {

    boolean isRead() {
      return steps.stream().anyMatch(usage -> isOpen(usage) || readKeys(usage).contains(key));
    }

    /** Such a key is told as what the step lacks. */
    boolean isMisspeltNeed() {
      return steps.stream().anyMatch(usage -> isClosestToNeed(key, usage));
    }
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (TemplateModel template : module.templates().templates()) {
      Set<String> told = new HashSet<>();
      given(template).stream()
          .filter(given -> !given.isRead() && !given.isMisspeltNeed())
          // An environment repeats the mistake of the step.
          .filter(given -> told.add(given.steps().get(0).step().name() + " " + given.key()))
          .map(given -> problem(module, template, given))
          .forEach(diagnostics::report);
    }
  }

  private static List<Given> given(TemplateModel template) {
    Map<TemplatePath, Given> all = new LinkedHashMap<>();
    template.steps().stream()
        .map(step -> new Usage(template, step))
        .forEach(
            usage ->
                StepConfigurations.forEachKey(
                    usage,
                    (key, place) ->
                        all.computeIfAbsent(place, at -> new Given(key, at, new ArrayList<>()))
                            .steps()
                            .add(usage)));
    return List.copyOf(all.values());
  }

  /** Returns whether the step may read any key, or it is not known which. */
  private static boolean isOpen(Usage usage) {
    HandlerReference reference = usage.step().definition().handler();
    return !reference.resolver().isEmpty()
        || usage
            .step()
            .handler()
            .filter(handler -> handler.parameters(Context.class).isEmpty())
            .isEmpty();
  }

  private static Set<String> readKeys(Usage usage) {
    Set<String> keys = new TreeSet<>();
    usage.step().handler().ifPresent(handler -> addKeys(handler, keys));
    if (usage.step().definition().type() == StepType.BATCHABLE) {
      keys.add(WORKER);
    }
    return keys;
  }

  private static void addKeys(HandlerModel handler, Set<String> keys) {
    handler.parameters(ConfigValue.class).forEach(config -> keys.add(config.key().value()));
    handler.parameters(Api.class).forEach(api -> keys.addAll(api.configKeys()));
  }

  private static boolean isClosestToNeed(String key, Usage usage) {
    Set<String> written = StepConfigurations.keys(usage).keySet();
    return usage.step().handler().stream()
        .flatMap(handler -> handler.parameters(ConfigValue.class).stream())
        .filter(config -> config.defaultValue().isEmpty() && !config.slot().acceptsAbsence())
        .map(config -> config.key().value())
        .filter(needed -> !written.contains(needed))
        .anyMatch(needed -> Suggestions.closest(needed, written).contains(key));
  }

  private static Problem problem(ModuleModel module, TemplateModel template, Given given) {
    Set<String> known = new TreeSet<>();
    given.steps().forEach(usage -> known.addAll(readKeys(usage)));
    String headline =
        given.steps().size() == 1
            ? "step '%s' does not read configuration '%s'."
                .formatted(given.steps().get(0).step().name(), given.key())
            : "no step of %s reads configuration '%s'.".formatted(template.identity(), given.key());
    List<String> details = new ArrayList<>(Words.unknownName(given.key(), known, "keys"));
    details.add("fix: read it with @Config(\"%s\"), or take it out.".formatted(given.key()));
    return InTemplate.error(module, template, given.place(), Code.UNREAD_CONFIG, headline, details)
        .asWarning();
  }
}
