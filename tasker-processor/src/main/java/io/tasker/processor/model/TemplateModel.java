package io.tasker.processor.model;

import io.tasker.template.JsonSchema;
import io.tasker.template.LocatedTemplate;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A task template that people wrote, joined with the handlers its steps name. */
public final class TemplateModel {
  /** What leaves it open which steps there are and which stand above which. */
  private static final Set<ProblemCode> DOUBTS =
      Set.of(
          ProblemCode.DUPLICATE_STEP, ProblemCode.UNKNOWN_DEPENDENCY, ProblemCode.DEPENDENCY_CYCLE);

  private final TemplateFile file;
  private final LocatedTemplate located;
  private final WorkflowGraph graph;
  private final List<TemplateStep> steps;

  private TemplateModel(TemplateFile file, LocatedTemplate located, List<TemplateStep> steps) {
    this.file = file;
    this.located = located;
    this.steps = List.copyOf(steps);
    this.graph = WorkflowGraph.of(located.template());
  }

  static TemplateModel of(TemplateFile file, LocatedTemplate located, CallableIndex callables) {
    List<TemplateStep> steps = new ArrayList<>();
    for (StepDefinition step : located.template().steps()) {
      steps.add(
          new TemplateStep(step, TemplatePath.step(steps.size()), callables.find(step.handler())));
    }
    return new TemplateModel(file, located, steps);
  }

  /** Returns the file. */
  public TemplateFile file() {
    return file;
  }

  /** Returns the template. */
  public TaskTemplate definition() {
    return located.template();
  }

  /** Returns the steps in the order of the file. */
  public List<TemplateStep> steps() {
    return steps;
  }

  /** Returns the identity for messages: {@code namespace/name@version}. */
  public String identity() {
    return located.template().identity();
  }

  /** Returns whether it is certain which steps there are and which stand above which. */
  public boolean isGraphCertain() {
    return file.problems().stream().noneMatch(problem -> DOUBTS.contains(problem.code()));
  }

  /** Returns whether nothing is wrong with this part of the template, as far as itself goes. */
  public boolean isSound(TemplatePath part) {
    return file.problems().stream()
        .filter(TemplateProblem::isError)
        .noneMatch(problem -> part.contains(problem.path()));
  }

  /** Returns the step of a name. */
  public Optional<TemplateStep> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** Returns the steps whose results a step can read, nearest first. */
  public Set<String> above(TemplateStep step) {
    return graph.ancestors(step.name());
  }

  /** Returns the steps that wait for a step directly. */
  public List<String> below(TemplateStep step) {
    return graph.dependents(step.name());
  }

  /**
   * Returns what the input_schema says a task's input looks like; empty if there is none or it is
   * wrong by itself.
   */
  public Optional<PayloadType> input() {
    return schema(TemplatePath.root().key("input_schema"), located.template().inputSchema());
  }

  /** Returns what the result_schema of a step says; empty if there is none or it is wrong. */
  public Optional<PayloadType> result(TemplateStep step) {
    return schema(step.path().key("result_schema"), step.definition().resultSchema());
  }

  /** Returns what a schema of this template says; empty if there is none or it is wrong. */
  public Optional<PayloadType> schema(TemplatePath path, Optional<JsonSchema> schema) {
    return schema.filter(written -> isSound(path)).map(SchemaPayload::of);
  }

  /** Returns the overrides of each environment, in the order of the file. */
  public Map<String, List<StepOverride>> environments() {
    return located.template().environments();
  }

  /** Returns where a part stands: {@code templates/orders.yaml:12:5}. */
  public String place(TemplatePath part) {
    return located
        .positions()
        .nearest(part)
        .map(position -> located.fileName() + ":" + position)
        .orElse(located.fileName());
  }

  /** Returns the class path resource of the template, without a leading slash. */
  public String resource() {
    return TemplateResource.ofTemplate(
        located.template().namespace(), located.template().name(), located.template().version());
  }
}
