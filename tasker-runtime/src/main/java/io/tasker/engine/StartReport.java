package io.tasker.engine;

import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine says of itself when it starts.
 *
 * @param workflows how many workflows it runs
 * @param handlers how many handlers it has
 */
record StartReport(int workflows, int handlers) {
  private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

  void log() {
    if (workflows == 0 && handlers > 0) {
      LOG.warn(
          "Engine started with {}, so it can run no task: no class of handlers is annotated with"
              + " @Workflow, and no template was given to the engine or compiled with the option"
              + " -Atasker.templates=<directory>",
          content());
    } else {
      LOG.info("Engine started with {}", content());
    }
  }

  String content() {
    return counted(workflows, "workflow") + " and " + counted(handlers, "handler");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Warns of an environment that the templates do not know, though they know others. */
  static void announceUnknown(String environment, List<TaskTemplate> templates) {
    Set<String> known = new TreeSet<>();
    templates.forEach(template -> known.addAll(template.environments().keySet()));
    boolean isDefault = environment.equals(EnvironmentOverlay.DEFAULT);
    if (!isDefault && !known.isEmpty() && !known.contains(environment)) {
      LOG.warn(
          "No template has an environment '{}'; there are: {}",
          environment,
          String.join(", ", known));
    }
  }
}
