package io.tasker.engine;

import io.tasker.TaskRequest;
import io.tasker.UnknownWorkflowException;
import java.math.BigInteger;
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
            workflow -> workflow.plan().template().version(), WorkflowDirectory::compareVersions);
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

  // Numbers by value and before words, so that 1.10.0 is newer than 1.9.0 and than 1.10.0-beta.
  static int compareVersions(String left, String right) {
    String[] leftParts = left.split("[.-]", -1);
    String[] rightParts = right.split("[.-]", -1);
    for (int i = 0; i < Math.max(leftParts.length, rightParts.length); i++) {
      String leftPart = i < leftParts.length ? leftParts[i] : "0";
      String rightPart = i < rightParts.length ? rightParts[i] : "0";
      boolean areNumbers = isNumber(leftPart) && isNumber(rightPart);
      int order =
          areNumbers
              ? new BigInteger(leftPart).compareTo(new BigInteger(rightPart))
              : isNumber(leftPart) == isNumber(rightPart)
                  ? leftPart.compareTo(rightPart)
                  : isNumber(leftPart) ? 1 : -1;
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
