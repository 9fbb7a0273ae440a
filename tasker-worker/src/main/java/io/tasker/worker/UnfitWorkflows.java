package io.tasker.worker;

import static java.util.stream.Collectors.joining;

import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What keeps a worker from running workflows that a cluster would lose steps of. It does not leave
 * them out by itself: their tasks would wait for a worker that never comes.
 */
final class UnfitWorkflows {
  private UnfitWorkflows() {}

  /** Returns what is wrong, one sentence each, and how to run the other workflows. */
  static List<String> problems(List<TaskTemplate> templates) {
    List<String> problems = new ArrayList<>();
    Map<String, TaskTemplate> others = new TreeMap<>();
    for (TaskTemplate template : templates) {
      List<String> found = ClusterCheck.problems(template);
      problems.addAll(found);
      if (found.isEmpty()) {
        others.put(template.namespace() + "/" + template.name(), template);
      }
    }
    if (!problems.isEmpty() && !others.isEmpty()) {
      problems.add(remedy(others));
    }
    return problems;
  }

  private static String remedy(Map<String, TaskTemplate> others) {
    return "The other workflows can run: choose them with %s, or TASKER_WORKFLOWS=%s; and leave out the"
            .formatted(
                others.values().stream()
                    .map(
                        template ->
                            ".workflow(\"%s\", \"%s\")"
                                .formatted(template.namespace(), template.name()))
                    .collect(joining()),
                String.join(",", others.keySet()))
        + " YAML files of those that cannot. Nobody runs the steps of a workflow that is left out";
  }
}
