package io.tasker.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A step, as far as tasks in flight and callers rely on it.
 *
 * @param callable the callable of its handler
 * @param dependencies the steps it waits for
 * @param result the parts of its result
 */
public record StepSignature(
    String callable, SortedSet<String> dependencies, SortedMap<String, FieldSignature> result) {

  /** Copies the collections. */
  public StepSignature {
    dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
    result = Collections.unmodifiableSortedMap(new TreeMap<>(result));
  }

  /** Returns what a lock file has below the step. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    dependencies.forEach(dependency -> lines.add("after " + dependency));
    result.forEach((path, field) -> lines.add("result" + path + ": " + field));
    return lines;
  }
}
