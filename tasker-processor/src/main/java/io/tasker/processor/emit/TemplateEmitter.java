package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import io.tasker.template.yaml.TemplateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the task template of each workflow, and those of the template directories. */
public final class TemplateEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public TemplateEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the templates of all workflows, also of those compiled before: a record may differ. */
  public void emit(ModuleModel module) {
    for (HandlerClass handlers : module.workflows()) {
      String resource = handlers.workflow().orElseThrow().templateResource();
      String yaml = new TemplateWriter().write(template(handlers));
      emission.writeResource(resource, yaml, List.of(handlers.name()));
    }
    List<ClassName> all = module.classes().stream().map(HandlerClass::name).toList();
    for (TemplateModel template : module.templates().templates()) {
      // As people wrote it, so that positions at run time are those of the source.
      emission.writeResource(template.resource(), template.file().text(), all);
    }
  }

  private static TaskTemplate template(HandlerClass handlers) {
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
    for (HandlerModel handler : owner.handlers()) {
      byStep.put(handler.step(), handler);
      edges.put(handler.step(), owner.upstream(handler));
    }
    return WorkflowGraph.of(edges).topologicalOrder().stream()
        .map(step -> Objects.requireNonNull(byStep.get(step)))
        .toList();
  }
}
