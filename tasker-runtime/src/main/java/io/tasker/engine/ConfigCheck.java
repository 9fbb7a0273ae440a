package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.internal.ConfigKeys;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds configuration that an application gives to nobody: a wrong workflow, step or key. */
final class ConfigCheck {
  private static final ConfigKeys ANY = new ConfigKeys(Set.of(), true);

  private final List<TaskTemplate> templates;
  private final HandlerRegistry handlers;
  private final List<String> problems;

  ConfigCheck(List<TaskTemplate> templates, HandlerRegistry handlers, List<String> problems) {
    this.templates = templates;
    this.handlers = handlers;
    this.problems = problems;
  }

  /** Returns the keys that a step reads; all of them if its handler is not there to ask. */
  ConfigKeys keys(TaskTemplate template, StepDefinition step) {
    return handlers
        .find(template.namespace(), step.handler(), step.name(), step.name())
        .map(adapter -> ConfigKeys.of(adapter.descriptor()))
        .orElse(ANY);
  }

  void check(ConfigSettings.Given given) {
    String workflow = given.namespace() + "/" + given.workflow();
    List<TaskTemplate> versions = templates.stream().filter(given::isFor).toList();
    if (versions.isEmpty()) {
      Set<String> known = new TreeSet<>();
      templates.forEach(template -> known.add(template.namespace() + "/" + template.name()));
      problems.add(
          "Configuration is given to the workflow '%s', which the engine does not have.%s"
              .formatted(workflow, hint(workflow, known, "Workflows")));
      return;
    }
    Set<String> steps = new TreeSet<>();
    Set<String> read = new TreeSet<>();
    boolean isOpen = false;
    for (TaskTemplate template : versions) {
      for (StepDefinition step : template.steps()) {
        steps.add(step.name());
        if (given.isFor(step)) {
          ConfigKeys keys = keys(template, step);
          read.addAll(keys.names());
          isOpen |= keys.isOpen();
        }
      }
    }
    if (!given.isForWholeWorkflow() && !steps.contains(given.step())) {
      problems.add(
          "Configuration is given to step '%s', which %s does not have.%s"
              .formatted(given.step(), workflow, hint(given.step(), steps, "Its steps")));
    } else if (!isOpen) {
      checkKeys(given, workflow, read);
    }
  }

  private void checkKeys(ConfigSettings.Given given, String workflow, Set<String> read) {
    for (String key : given.values().keySet()) {
      if (!read.contains(key)) {
        problems.add(
            given.isForWholeWorkflow()
                ? "No step of %s reads the configuration key '%s'.%s"
                    .formatted(workflow, key, hint(key, read, "Keys read"))
                : "Step '%s' of %s does not read the configuration key '%s'.%s"
                    .formatted(given.step(), workflow, key, hint(key, read, "Keys it reads")));
      }
    }
  }

  private static String hint(String wrong, Collection<String> known, String label) {
    List<String> near = Suggestions.closest(wrong, known);
    return (near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?")
        + " "
        + label
        + ": "
        + (known.isEmpty() ? "none" : String.join(", ", known));
  }
}
