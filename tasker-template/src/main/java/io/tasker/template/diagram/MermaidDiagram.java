package io.tasker.template.diagram;

import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A workflow as a Mermaid flowchart, in the form of {@code tasker-ctl template visualize}: a
 * rectangle is a standard step, a rhombus a decision, a slanted box a batchable step or a
 * convergence, a double box a batch worker.
 *
 * <p>Equal templates give equal text; lines end with {@code \n}.
 */
public final class MermaidDiagram {
  private static final String CLASSES =
      """
      graph TD
          classDef completed fill:#d4edda,stroke:#28a745
          classDef in_progress fill:#cce5ff,stroke:#007bff
          classDef pending fill:#e2e3e5,stroke:#6c757d
          classDef error fill:#f8d7da,stroke:#dc3545
          classDef retrying fill:#fff3cd,stroke:#ffc107
          classDef annotated fill:#fff3cd,stroke:#ffc107
          classDef untraversed fill:#f8f9fa,stroke:#dee2e6,stroke-dasharray:5
          classDef default fill:#ffffff,stroke:#333333
      """;

  private record Edge(String from, String to) {}

  private final TaskTemplate template;
  private final WorkflowGraph graph;
  private final Map<String, String> notes;

  /**
   * Prepares the diagram of a template.
   *
   * @param template a template without cycles
   */
  public MermaidDiagram(TaskTemplate template) {
    this(template, Map.of());
  }

  /**
   * Prepares a diagram with a note on some steps.
   *
   * @param template a template without cycles
   * @param notes the notes by step name; those of unknown steps are not drawn
   */
  public MermaidDiagram(TaskTemplate template, Map<String, String> notes) {
    this.template = Objects.requireNonNull(template, "template");
    this.graph = WorkflowGraph.of(template);
    this.notes = Map.copyOf(notes);
  }

  /**
   * Returns the flowchart alone.
   *
   * @return Mermaid source that ends with a line break
   */
  public String graph() {
    NodeIds ids = new NodeIds(graph.steps());
    StringBuilder text = new StringBuilder(CLASSES).append('\n');
    for (StepDefinition step : template.steps()) {
      String note = notes.get(step.name());
      String label = escape(step.name()) + (note == null ? "" : "\\n⚠ " + escape(note));
      text.append("    ")
          .append(ids.of(step.name()))
          .append(shaped(step, label))
          .append(note == null ? ":::default\n" : ":::annotated\n");
    }
    List<Edge> edges = edges();
    text.append(edges.isEmpty() ? "" : "\n");
    for (Edge edge : edges) {
      text.append("    %s --> %s\n".formatted(ids.of(edge.from()), ids.of(edge.to())));
    }
    return text.toString();
  }

  /**
   * Returns a Markdown page: the flowchart and a table of the steps in the order they can run.
   *
   * @return Markdown that ends with a line break
   * @throws IllegalStateException if the template has a cycle
   */
  public String document() {
    return "# "
        + template.name()
        + "\n\n```mermaid\n"
        + graph()
        + "```\n\n## Step Details\n\n"
        + new StepTable(template, graph).markdown();
  }

  private List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (String from : graph.steps().stream().sorted().toList()) {
      graph.dependents(from).stream().sorted().forEach(to -> edges.add(new Edge(from, to)));
    }
    return edges;
  }

  private static String shaped(StepDefinition step, String label) {
    String quoted = "\"" + label + "\"";
    return switch (step.type()) {
      case STANDARD -> "[" + quoted + "]";
      case DECISION -> "{" + quoted + "}";
      case DEFERRED_CONVERGENCE, BATCHABLE -> "[/" + quoted + "/]";
      case BATCH_WORKER -> "[[" + quoted + "]]";
    };
  }

  private static String escape(String text) {
    return text.replace("#", "#35;").replace("\"", "#quot;").replace("\n", " ");
  }
}
