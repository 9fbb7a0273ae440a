package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.UnknownWorkflowException;
import io.tasker.internal.VersionOrder;
import io.tasker.template.TaskTemplate;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Chooses among the templates that come with handlers.
 *
 * @param handlers the handlers
 * @param namespace the namespace of the workflow
 * @param name the name of the workflow
 */
record WorkflowChoice(HandlerRegistry handlers, String namespace, String name) {

  TaskTemplate newest() {
    return newest(namespace + "/" + name, versions());
  }

  TaskTemplate ofVersion(String version) {
    return newest(
        namespace + "/" + name + "@" + version,
        versions().filter(template -> template.version().equals(version)));
  }

  private Stream<TaskTemplate> versions() {
    return handlers.templates().stream()
        .filter(template -> template.namespace().equals(namespace))
        .filter(template -> template.name().equals(name));
  }

  private TaskTemplate newest(String requested, Stream<TaskTemplate> candidates) {
    return candidates
        .max(Comparator.comparing(TaskTemplate::version, VersionOrder::compare))
        .orElseThrow(
            () ->
                new UnknownWorkflowException(
                    requested,
                    handlers.templates().stream().map(TaskTemplate::identity).sorted().toList()));
  }
}
