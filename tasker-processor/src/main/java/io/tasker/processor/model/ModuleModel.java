package io.tasker.processor.model;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All handler classes of an artifact.
 *
 * @param classes the classes, ordered by name
 */
public record ModuleModel(List<HandlerClass> classes) {

  /** Sorts the classes. */
  public ModuleModel {
    classes = classes.stream().sorted(Comparator.comparing(HandlerClass::name)).toList();
  }

  /** Returns the classes with {@code @Workflow}. */
  public List<HandlerClass> workflows() {
    return classes.stream().filter(each -> each.workflow().isPresent()).toList();
  }

  /**
   * Returns the handlers a class means by a step name: its own, or, outside of a workflow, those of
   * the module. More than one only where the name is a duplicate or ambiguous.
   */
  public List<HandlerModel> resolve(HandlerClass from, String step) {
    List<HandlerModel> own = named(from.handlers().stream(), step);
    if (!own.isEmpty() || from.workflow().isPresent()) {
      return own;
    }
    return named(classes.stream().flatMap(each -> each.handlers().stream()), step);
  }

  /** Returns the step names a class may depend on, in order. */
  public SortedSet<String> knownSteps(HandlerClass from) {
    Stream<HandlerClass> visible = from.workflow().isPresent() ? Stream.of(from) : classes.stream();
    TreeSet<String> steps = new TreeSet<>();
    visible.flatMap(each -> each.handlers().stream()).forEach(handler -> steps.add(handler.step()));
    return steps;
  }

  private static List<HandlerModel> named(Stream<HandlerModel> handlers, String step) {
    return handlers.filter(handler -> handler.step().equals(step)).toList();
  }
}
