package io.tasker.processor.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All handler classes of an artifact, and the templates that name their handlers.
 *
 * @param classes the classes, ordered by name
 * @param templates the templates of the template directories
 */
public record ModuleModel(List<HandlerClass> classes, TemplateSet templates) {

  /** Sorts the classes. */
  public ModuleModel {
    classes = classes.stream().sorted(Comparator.comparing(HandlerClass::name)).toList();
  }

  /** Creates a module without template directories. */
  public ModuleModel(List<HandlerClass> classes) {
    this(classes, TemplateSet.none());
  }

  /**
   * Returns where the compiler shows what is wrong in a file: the class with the first handler that
   * the file names, or no place if none of them is compiled now.
   */
  public SourceRef placeOf(TemplateFile file) {
    return templates.all().stream()
        .filter(usage -> usage.template().file().equals(file))
        .flatMap(usage -> usage.step().handler().stream())
        .flatMap(handler -> compiledNow(handler.at().type()))
        .findFirst()
        .orElse(SourceRef.NOWHERE);
  }

  private Stream<SourceRef> compiledNow(String type) {
    return classes.stream()
        .filter(each -> each.origin() == HandlerClass.Origin.SOURCE)
        .map(HandlerClass::at)
        .filter(at -> at.type().equals(type));
  }

  /** Returns the module without some of its templates. */
  public ModuleModel without(Predicate<TemplateModel> unwanted) {
    return new ModuleModel(classes, templates.without(unwanted));
  }

  /** Returns whether a handler belongs to a class with {@code @Workflow}. */
  public boolean isInWorkflow(HandlerModel handler) {
    return workflows().stream().anyMatch(each -> each.handlers().contains(handler));
  }

  /** Returns the classes that were read from class files, those of other artifacts included. */
  public Set<String> compiledBefore() {
    Set<String> compiled = new TreeSet<>();
    templates.handlers().forEach(handler -> compiled.add(handler.at().type()));
    classes.forEach(each -> compiled.add(each.at().type()));
    classes.stream()
        .filter(each -> each.origin() == HandlerClass.Origin.SOURCE)
        .forEach(each -> compiled.remove(each.at().type()));
    return compiled;
  }

  /** Returns the binary names of the classes that a JSON mapper looks into, in order. */
  public SortedSet<String> reflected() {
    TreeSet<String> names = new TreeSet<>();
    classes.stream()
        .flatMap(each -> each.handlers().stream())
        .flatMap(HandlerModel::types)
        .forEach(type -> names.addAll(type.reflected()));
    return names;
  }

  /** Returns the classes with {@code @Workflow}. */
  public List<HandlerClass> workflows() {
    return classes.stream().filter(each -> each.workflow().isPresent()).toList();
  }

  /**
   * Returns whether templates, and not the classes around it, say which steps are above a handler.
   * So it is for one outside of a workflow that a template uses, or may use as long as a file
   * cannot be read.
   */
  public boolean isPlacedByTemplates(HandlerClass from, HandlerModel reader) {
    return from.workflow().isEmpty()
        && !(templates.usages(reader).isEmpty() && templates.isComplete());
  }

  /**
   * Returns the handlers a handler means by a step name: those of templates, of its class or,
   * outside of a workflow, of the module. More than one only where the name is a duplicate or
   * ambiguous, or templates differ.
   */
  public List<HandlerModel> resolve(HandlerClass from, HandlerModel reader, String step) {
    if (isPlacedByTemplates(from, reader)) {
      return templates.usages(reader).stream()
          .flatMap(usage -> usage.above(step).stream())
          .flatMap(producer -> producer.handler().stream())
          .distinct()
          .toList();
    }
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
