package io.tasker.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps that each handler of a class waits for: those it names and, in a workflow, the
 * decisions that may choose it and the analyzers that create it.
 */
public final class Upstream {
  private final Map<String, List<String>> creators = new HashMap<>();

  private Upstream(HandlerClass owner) {
    if (owner.workflow().isPresent()) {
      for (HandlerModel handler : owner.handlers()) {
        created(handler)
            .forEach(
                step ->
                    creators.computeIfAbsent(step, key -> new ArrayList<>()).add(handler.step()));
      }
    }
  }

  private static Set<String> created(HandlerModel handler) {
    Set<String> created = new LinkedHashSet<>(handler.routes());
    handler.settings().fanOut().ifPresent(fanOut -> created.add(fanOut.worker().value()));
    return created;
  }

  /** Looks at all handlers of a class. */
  public static Upstream of(HandlerClass owner) {
    return new Upstream(owner);
  }

  /** Returns the steps a handler waits for, each once, those it names first. */
  public List<String> of(HandlerModel handler) {
    Set<String> steps = new LinkedHashSet<>();
    handler.upstream().forEach(step -> steps.add(step.value()));
    steps.addAll(creators.getOrDefault(handler.step(), List.of()));
    return List.copyOf(steps);
  }
}
