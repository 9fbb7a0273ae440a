package io.tasker.processor.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The signatures of workflows that are released: what a lock file holds.
 *
 * @param file the name of the file, for messages
 * @param workflows the signatures by identity
 * @param lines the line of the file at which each of them begins, counted from 1
 */
public record Lock(
    String file, SortedMap<String, WorkflowSignature> workflows, Map<String, Integer> lines) {
  private static final String HEAD =
      """
      # What is released of the workflows: tasks in flight and callers rely on it.
      # Written by the compiler with -Atasker.lock.update=true.
      """;

  /** Copies the signatures. */
  public Lock {
    workflows = Collections.unmodifiableSortedMap(new TreeMap<>(workflows));
    lines = Map.copyOf(lines);
  }

  /** Returns the signature of a released workflow. */
  public Optional<WorkflowSignature> find(String identity) {
    return Optional.ofNullable(workflows.get(identity));
  }

  /** Returns where a workflow begins: {@code tasker.lock:4}. */
  public String place(String identity) {
    return file + ":" + lines.getOrDefault(identity, 1);
  }

  /** Returns this lock with the signatures of workflows as they are now, and all others. */
  public Lock with(Collection<HandlerClass> now) {
    SortedMap<String, WorkflowSignature> all = new TreeMap<>(workflows);
    for (HandlerClass handlers : now) {
      WorkflowSignature signature = WorkflowSignature.of(handlers);
      all.put(signature.identity(), signature);
    }
    return new Lock(file, all, lines);
  }

  /** Returns the text of the file. */
  public String text() {
    return workflows.values().stream()
        .map(workflow -> "\n" + String.join("\n", workflow.lines()) + "\n")
        .collect(Collectors.joining("", HEAD, ""));
  }
}
