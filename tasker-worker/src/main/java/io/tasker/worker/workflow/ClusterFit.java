package io.tasker.worker.workflow;

import io.tasker.engine.TaskPlan;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what Tasker Core 0.1.8 would make less of than the workflow says: steps it never creates,
 * creates uncalled for or starts too soon, none of which any task would tell of. Each creation is
 * compared with that of the local engine.
 */
public final class ClusterFit {
  private final TaskTemplate template;
  private final WorkflowGraph graph;
  private final TaskPlan plan;
  private final ClusterCreation cluster;
  private final Set<String> initial;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private ClusterFit(TaskTemplate template) {
    this.template = template;
    this.graph = WorkflowGraph.of(template);
    this.plan = TaskPlan.of(template);
    this.cluster = new ClusterCreation(template, graph);
    this.initial = plan.initialSteps();
  }

  /**
   * Returns why a cluster cannot run a workflow.
   *
   * @param registered the template as the cluster would be given it
   * @return one sentence for each step that would be lost or run too soon, with what to do; empty
   *     if the cluster can run it
   */
  public static List<String> problems(TaskTemplate registered) {
    return new ClusterFit(registered).find();
  }

  private List<String> find() {
    for (String step : initial) {
      graph.dependencies(step).stream()
          .filter(needed -> !initial.contains(needed))
          .forEach(needed -> tooSoon(step, needed));
    }
    for (StepDefinition step : template.steps()) {
      if (step.type() == StepType.DECISION) {
        decision(step.name());
      } else if (step.type() == StepType.BATCH_WORKER) {
        batches(step.name());
      }
    }
    return List.copyOf(problems.values());
  }

  private void decision(String decision) {
    List<String> branches =
        graph.dependents(decision).stream()
            .filter(step -> type(step) != StepType.DEFERRED_CONVERGENCE)
            .toList();
    for (String branch : branches) {
      if (type(branch) == StepType.DECISION) {
        report(
            branch,
            "depends on '%s', and both are decisions: Tasker Core takes no decision for a branch of"
                    .formatted(decision)
                + " another, so all branches would be lost. Decide both in one step");
      }
    }
    List<String> steps =
        branches.stream().filter(branch -> type(branch) != StepType.DECISION).toList();
    for (String branch : steps) {
      compare(decision, cluster.decided(decision, Set.of(branch)), List.of(branch));
    }
    compare(decision, cluster.decided(decision, steps), steps);
  }

  private void batches(String worker) {
    for (String analyzer : graph.dependencies(worker)) {
      if (type(analyzer) == StepType.BATCHABLE) {
        graph.dependencies(worker).stream()
            .filter(needed -> !isAbove(needed, analyzer))
            .forEach(needed -> unawaited(worker, needed, analyzer));
        compare(worker, cluster.batched(worker), List.of(worker));
      }
    }
  }

  // What comes with the branches of a decision, or with the batches of a worker step.
  private void compare(String cause, Set<String> created, List<String> chosen) {
    Set<String> meant = new HashSet<>(plan.stepsCreatedWith(chosen));
    for (String step : created) {
      if (!meant.contains(step)) {
        unmeant(step, cause, created);
      }
    }
    for (String step : meant) {
      for (String needed : graph.dependencies(step)) {
        if (!created.contains(needed)
            && !isAbove(needed, cause)
            && (type(step) != StepType.DEFERRED_CONVERGENCE || mayCome(needed, cause, created))) {
          unawaited(step, needed, cause);
        }
      }
      if (!created.contains(step)) {
        report(
            step,
            "depends on '%s', with which Tasker Core would not create it. %s"
                .formatted(nearest(step, created), remedy(step, nearest(step, created))));
      }
    }
  }

  private boolean isAbove(String step, String below) {
    return step.equals(below) || graph.ancestors(below).contains(step);
  }

  // A convergence does without a branch that was not chosen, but not without one that still may be.
  private boolean mayCome(String step, String cause, Set<String> created) {
    return !graph.descendants(cause).contains(step)
        || graph.ancestors(step).stream()
            .anyMatch(
                above ->
                    created.contains(above)
                        && (type(above) == StepType.DECISION || type(above) == StepType.BATCHABLE));
  }

  private String nearest(String step, Set<String> created) {
    List<String> dependencies = graph.dependencies(step);
    return dependencies.stream().filter(created::contains).findFirst().orElse(dependencies.get(0));
  }

  private void unmeant(String step, String cause, Set<String> created) {
    String needed =
        graph.dependencies(step).stream()
            .filter(above -> !created.contains(above))
            .findFirst()
            .orElse(graph.dependencies(step).get(0));
    report(
        step,
        "depends on '%s', but Tasker Core would create it with each branch of '%s'. %s"
            .formatted(
                needed,
                cause,
                type(step) == StepType.DECISION
                    ? "Take both decisions in '%s', or let '%s' depend on a convergence of all branches"
                        .formatted(cause, step)
                    : remedy(step, needed)));
  }

  private void unawaited(String step, String needed, String cause) {
    boolean mayBeAbove =
        type(cause) == StepType.BATCHABLE
            ? !graph.descendants(cause).contains(needed)
            : type(cause) == StepType.DECISION && initial.contains(needed);
    report(
        step,
        "depends on '%s', which Tasker Core would not wait for. %s"
            .formatted(
                needed,
                mayBeAbove
                    ? "Let '%s', which creates the step, depend on it, too".formatted(cause)
                    : remedy(step, needed)));
  }

  // Only a workflow with a decision creates a convergence of batches at its start.
  private void tooSoon(String step, String needed) {
    if (type(needed) != StepType.BATCH_WORKER) {
      unawaited(step, needed, "");
      return;
    }
    String decision =
        template.steps().stream()
            .filter(each -> each.type() == StepType.DECISION)
            .map(StepDefinition::name)
            .findFirst()
            .orElse("");
    String analyzer =
        graph.dependencies(needed).stream()
            .filter(above -> type(above) == StepType.BATCHABLE)
            .findFirst()
            .orElse(needed);
    report(
        step,
        ("depends on '%s', whose batches Tasker Core would not wait for: where there is a decision,"
                + " it creates all that is below none at the start. Make '%s' a branch of '%s', or"
                + " give decision and batches a workflow each")
            .formatted(needed, analyzer, decision));
  }

  private String remedy(String step, String needed) {
    if (graph.dependencies(needed).stream()
        .anyMatch(above -> type(above) == StepType.BATCH_WORKER)) {
      return "Do what '%s' does in '%s'".formatted(step, needed);
    }
    List<String> decisions =
        template.steps().stream()
            .map(StepDefinition::name)
            .filter(
                name -> type(name) == StepType.DECISION && graph.descendants(name).contains(step))
            .toList();
    return decisions.size() > 1
        ? "Take the decisions of '%s' in one step".formatted(String.join("' and '", decisions))
        : "Have '%s' done before what creates '%s' begins, or run the workflow on the local engine"
            .formatted(needed, step);
  }

  private void report(String step, String what) {
    problems.putIfAbsent(step, "%s: step '%s' %s".formatted(template.identity(), step, what));
  }

  private StepType type(String step) {
    return template.step(step).map(StepDefinition::type).orElse(StepType.STANDARD);
  }
}
