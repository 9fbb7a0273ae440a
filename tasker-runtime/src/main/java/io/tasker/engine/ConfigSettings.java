package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.internal.ConfigKeys;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an application configures, merged over what its templates say. */
final class ConfigSettings {

  /**
   * Values for one step, or for all steps of a workflow that read them.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param step the name of the step, or empty for all
   * @param values the values by key
   */
  record Given(String namespace, String workflow, String step, Map<String, Object> values) {

    boolean isForWholeWorkflow() {
      return step.isEmpty();
    }

    boolean isFor(TaskTemplate template) {
      return template.namespace().equals(namespace) && template.name().equals(workflow);
    }

    boolean isFor(StepDefinition definition) {
      return isForWholeWorkflow() || definition.name().equals(step);
    }
  }

  private final List<Given> all = new ArrayList<>();

  void add(String namespace, String workflow, String step, Map<String, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            copy.put(
                Objects.requireNonNull(key, "key"),
                Objects.requireNonNull(value, () -> "the value of key '" + key + "'")));
    all.add(
        new Given(
            Objects.requireNonNull(namespace, "namespace"),
            Objects.requireNonNull(workflow, "workflow"),
            Objects.requireNonNull(step, "step"),
            Collections.unmodifiableMap(copy)));
  }

  /** Returns the templates as the engine runs them, and reports values that are for nothing. */
  List<TaskTemplate> apply(
      List<TaskTemplate> templates,
      HandlerRegistry handlers,
      JacksonCodec codec,
      List<String> problems) {
    if (all.isEmpty()) {
      return templates;
    }
    ConfigCheck check = new ConfigCheck(templates, handlers, problems);
    List<Given> ordered = new ArrayList<>();
    for (Given given : all) {
      check.check(given);
      Given json = json(given, codec, problems);
      // Those of a step win over those of the workflow, and later ones over earlier ones.
      if (json.isForWholeWorkflow()) {
        ordered.add((int) ordered.stream().filter(Given::isForWholeWorkflow).count(), json);
      } else {
        ordered.add(json);
      }
    }
    return templates.stream().map(template -> merge(template, ordered, check)).toList();
  }

  private static TaskTemplate merge(TaskTemplate template, List<Given> ordered, ConfigCheck check) {
    List<Given> own = ordered.stream().filter(given -> given.isFor(template)).toList();
    if (own.isEmpty()) {
      return template;
    }
    List<StepOverride> overrides = new ArrayList<>();
    for (StepDefinition step : template.steps()) {
      ConfigKeys keys = check.keys(template, step);
      for (Given given : own) {
        if (given.isFor(step)) {
          Map<String, Object> read = new LinkedHashMap<>(given.values());
          read.keySet().removeIf(key -> !keys.canRead(key));
          overrides.add(new StepOverride(step.name(), read, Optional.empty(), Optional.empty()));
        }
      }
    }
    return EnvironmentOverlay.apply(template, overrides);
  }

  // As the template would hold them, had they been written there.
  private static Given json(Given given, JacksonCodec codec, List<String> problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    given
        .values()
        .forEach(
            (key, value) -> {
              try {
                Object data = codec.read(codec.toTree(value), codec.type(Object.class));
                values.putAll(new HandlerReference("", "", "", Map.of(key, data)).initialization());
              } catch (UnfitValueException | IllegalArgumentException e) {
                problems.add(
                    "Configuration key '%s' of %s/%s is given a %s, which a template cannot hold: %s"
                        .formatted(
                            key,
                            given.namespace(),
                            given.workflow(),
                            value.getClass().getName(),
                            "give a text, a number, a boolean, a list, a map or a record of these"));
              }
            });
    return new Given(given.namespace(), given.workflow(), given.step(), values);
  }
}
