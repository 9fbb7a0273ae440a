package io.tasker.engine;

import io.tasker.TaskRequest;
import io.tasker.UnknownWorkflowException;
import io.tasker.internal.VersionOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workflows of an engine, found by namespace, name and version. */
final class WorkflowDirectory {
  private record Name(String namespace, String name) {}

  private final Map<Name, List<CompiledWorkflow>> newestFirst = new HashMap<>();

  WorkflowDirectory(List<CompiledWorkflow> workflows) {
    for (CompiledWorkflow workflow : workflows) {
      var template = workflow.plan().template();
      newestFirst
          .computeIfAbsent(
              new Name(template.namespace(), template.name()), key -> new ArrayList<>())
          .add(workflow);
    }
    Comparator<CompiledWorkflow> byVersion =
        Comparator.comparing(
            workflow -> workflow.plan().template().version(), VersionOrder::compare);
    newestFirst.values().forEach(versions -> versions.sort(byVersion.reversed()));
  }

  /**
   * Returns the workflow a request is for.
   *
   * @throws UnknownWorkflowException if there is none
   */
  CompiledWorkflow find(TaskRequest request) {
    List<CompiledWorkflow> versions =
        newestFirst.getOrDefault(new Name(request.namespace(), request.name()), List.of());
    for (CompiledWorkflow workflow : versions) {
      if (request.version().isEmpty()
          || request.version().get().equals(workflow.plan().template().version())) {
        return workflow;
      }
    }
    String requested =
        request.namespace()
            + "/"
            + request.name()
            + request.version().map(version -> "@" + version).orElse("");
    throw new UnknownWorkflowException(requested, identities(request.version().isPresent()));
  }

  private List<String> identities(boolean withVersion) {
    return newestFirst.values().stream()
        .flatMap(List::stream)
        .map(CompiledWorkflow::identity)
        .map(name -> withVersion ? name : name.substring(0, name.lastIndexOf('@')))
        .distinct()
        .sorted()
        .toList();
  }
}
