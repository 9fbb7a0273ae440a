package io.tasker.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A version of a workflow, as far as tasks in flight and callers rely on it.
 *
 * @param identity the workflow as messages show it, with its version
 * @param input the parts of its input
 * @param steps its steps by name
 */
public record WorkflowSignature(
    String identity,
    SortedMap<String, FieldSignature> input,
    SortedMap<String, StepSignature> steps) {

  /** Copies the collections. */
  public WorkflowSignature {
    input = Collections.unmodifiableSortedMap(new TreeMap<>(input));
    steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
  }

  /** Returns the signature of a workflow. */
  public static WorkflowSignature of(HandlerClass handlers) {
    SortedMap<String, StepSignature> steps = new TreeMap<>();
    Upstream upstream = Upstream.of(handlers);
    for (HandlerModel handler : handlers.handlers()) {
      steps.put(
          handler.step(),
          new StepSignature(
              handler.callable(),
              new TreeSet<>(upstream.of(handler)),
              FieldSignatures.ofWritten(handler.result().value().payload())));
    }
    return new WorkflowSignature(
        handlers.workflow().orElseThrow().identity(),
        FieldSignatures.ofRead(InputFields.of(handlers.handlers()).object()),
        steps);
  }

  /** Returns the signature as a lock file has it, a fact a line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("workflow " + identity);
    input.forEach((path, field) -> lines.add("  input" + path + ": " + field));
    steps.forEach(
        (name, step) -> {
          lines.add("  step " + name + ": " + step.callable());
          step.lines().forEach(line -> lines.add("    " + line));
        });
    return lines;
  }
}
