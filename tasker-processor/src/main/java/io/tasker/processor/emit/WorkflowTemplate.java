package io.tasker.processor.emit;

import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Upstream;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the task template of a class with {@code @Workflow}. */
final class WorkflowTemplate {
  private WorkflowTemplate() {}

  static TaskTemplate of(HandlerClass handlers) {
    WorkflowModel workflow = handlers.workflow().orElseThrow();
    List<HandlerModel> ordered = upstreamFirst(handlers);
    TaskTemplate.Builder template =
        TaskTemplate.template(
                workflow.namespace().value(), workflow.name().value(), workflow.version().value())
            .description(workflow.description())
            .inputSchema(InputSchema.of(ordered).orElse(null));
    StepTemplate steps = new StepTemplate(handlers);
    ordered.forEach(handler -> template.step(steps.of(handler)));
    return template.build();
  }

  /** Orders steps after those they need, and by name where that leaves a choice. */
  private static List<HandlerModel> upstreamFirst(HandlerClass owner) {
    Map<String, HandlerModel> byStep = new LinkedHashMap<>();
    Map<String, List<String>> edges = new LinkedHashMap<>();
    Upstream upstream = Upstream.of(owner);
    for (HandlerModel handler : owner.handlers()) {
      byStep.put(handler.step(), handler);
      edges.put(handler.step(), upstream.of(handler));
    }
    return WorkflowGraph.of(edges).topologicalOrder().stream()
        .map(step -> Objects.requireNonNull(byStep.get(step)))
        .toList();
  }
}
