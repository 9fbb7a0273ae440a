package io.tasker.template.diagram;

import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A workflow as plain text for terminals: one row of steps per level, lines between them.
 *
 * <p>Decisions are in braces, batchable steps and convergences between slashes, batch workers in
 * double brackets, as in {@link MermaidDiagram}. Lines that follow from others are left out: a step
 * that waits for another waits for all that this one waits for. A workflow that does not fit in 100
 * columns, or whose lines would run over each other, is listed by level instead.
 */
public final class TextDiagram {
  private static final int WIDEST = 100;
  private static final int MOST_STEPS = 200;

  private final TaskTemplate template;

  /**
   * Prepares the diagram of a template.
   *
   * @param template a template without cycles
   */
  public TextDiagram(TaskTemplate template) {
    this.template = Objects.requireNonNull(template, "template");
  }

  /**
   * Returns the drawing.
   *
   * @return lines without trailing spaces, each with its line break; nothing if there are no steps
   * @throws IllegalStateException if the template has a cycle
   */
  public String text() {
    WorkflowGraph graph = WorkflowGraph.of(template);
    List<List<String>> levels = graph.levels();
    Map<String, String> labels = labels();
    if (graph.steps().size() <= MOST_STEPS) {
      List<List<Cell>> rows = new Layers(withoutImpliedLines(graph), levels, labels).rows();
      List<Band> bands = rows.stream().limit(Math.max(0, rows.size() - 1)).map(Band::new).toList();
      if (new Columns(rows).place() <= WIDEST && bands.stream().allMatch(Band::route)) {
        return new Drawing(rows, bands).text();
      }
    }
    return listed(graph, levels, labels);
  }

  private static WorkflowGraph withoutImpliedLines(WorkflowGraph graph) {
    Map<String, List<String>> drawn = new LinkedHashMap<>();
    for (String step : graph.steps()) {
      List<String> needed = graph.dependencies(step);
      Set<String> implied = new HashSet<>();
      needed.forEach(dependency -> implied.addAll(graph.ancestors(dependency)));
      drawn.put(step, needed.stream().filter(name -> !implied.contains(name)).toList());
    }
    return WorkflowGraph.of(drawn);
  }

  private static String listed(
      WorkflowGraph graph, List<List<String>> levels, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    for (List<String> level : levels) {
      text.append(text.isEmpty() ? "" : "   ▼\n");
      for (String step : level) {
        text.append(labels.get(step));
        List<String> needed = graph.dependencies(step);
        text.append(needed.isEmpty() ? "" : " ← " + String.join(", ", needed)).append('\n');
      }
    }
    return text.toString();
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    template.steps().forEach(step -> labels.putIfAbsent(step.name(), label(step)));
    return labels;
  }

  private static String label(StepDefinition step) {
    String name = step.name().replaceAll("\\p{Cntrl}", " ");
    return switch (step.type()) {
      case STANDARD -> name;
      case DECISION -> "{" + name + "}";
      case DEFERRED_CONVERGENCE, BATCHABLE -> "/" + name + "/";
      case BATCH_WORKER -> "[[" + name + "]]";
    };
  }
}
