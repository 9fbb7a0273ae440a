package io.tasker.processor.model;

import io.tasker.template.problem.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The templates of the template directories, and which of their steps a handler runs. */
public final class TemplateSet {

  /** A step of a template. */
  public record Usage(TemplateModel template, TemplateStep step) {

    /** Returns the step of a name if it is certain that it stands above this one. */
    public Optional<TemplateStep> above(String name) {
      return template.isGraphCertain() && template.above(step).contains(name)
          ? template.step(name)
          : Optional.empty();
    }

    /** Returns where the step stands in its file. */
    public String place() {
      return template.place(step.path().key("name"));
    }
  }

  private final List<TemplateFile> files;
  private final List<TemplateModel> templates;
  private final CallableIndex callables;
  private final Map<SourceRef, List<Usage>> usages = new TreeMap<>();

  private TemplateSet(
      List<TemplateFile> files, List<TemplateModel> templates, CallableIndex callables) {
    this.files = List.copyOf(files);
    this.callables = callables;
    this.templates = List.copyOf(templates);
    for (Usage usage : all()) {
      usage
          .step()
          .handler()
          .ifPresent(
              handler -> usages.computeIfAbsent(handler.at(), key -> new ArrayList<>()).add(usage));
    }
  }

  /**
   * Joins files with handlers.
   *
   * @param files the files of all directories
   * @param callables the handlers that templates may name
   */
  public static TemplateSet of(List<TemplateFile> files, CallableIndex callables) {
    List<TemplateModel> templates =
        files.stream()
            .flatMap(
                file ->
                    file.draft().stream().map(draft -> TemplateModel.of(file, draft, callables)))
            .toList();
    return new TemplateSet(files, templates, callables);
  }

  /** Returns the set without templates. */
  public static TemplateSet none() {
    return new TemplateSet(List.of(), List.of(), new CallableIndex(List.of()));
  }

  /** Returns the set with fewer templates. */
  public TemplateSet without(Predicate<TemplateModel> unwanted) {
    return new TemplateSet(files, templates.stream().filter(unwanted.negate()).toList(), callables);
  }

  /** Returns all files, also those whose steps are not certain. */
  public List<TemplateFile> files() {
    return files;
  }

  /** Returns the templates of those files whose steps are certain, in the order of the files. */
  public List<TemplateModel> templates() {
    return templates;
  }

  /** Returns the handlers that templates may name. */
  public CallableIndex callables() {
    return callables;
  }

  /** Returns whether the steps of every file are certain. */
  public boolean isComplete() {
    return files.size() == templates.size();
  }

  /** Returns what is wrong with the files, whatever their handlers are. */
  public List<TemplateProblem> problems() {
    return files.stream().flatMap(file -> file.problems().stream()).toList();
  }

  /** Returns the steps that a handler runs. */
  public List<Usage> usages(HandlerModel handler) {
    return usages.getOrDefault(handler.at(), List.of());
  }

  /** Returns the handlers that run a step, in the order of their places. */
  public List<HandlerModel> handlers() {
    return usages.values().stream().map(all -> all.get(0).step().handler().orElseThrow()).toList();
  }

  /** Returns all steps, in the order of the files. */
  public List<Usage> all() {
    return templates.stream()
        .flatMap(template -> template.steps().stream().map(step -> new Usage(template, step)))
        .toList();
  }
}
