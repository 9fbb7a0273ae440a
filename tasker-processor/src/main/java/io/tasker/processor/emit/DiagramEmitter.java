package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateResource;
import io.tasker.template.TaskTemplate;
import io.tasker.template.diagram.MermaidDiagram;
import java.util.List;

/** Writes a picture of each workflow: the steps and their edges as a Mermaid flowchart. */
public final class DiagramEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public DiagramEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the diagrams of all workflows, whichever way they were written. */
  public void emit(ModuleModel module) {
    for (HandlerClass handlers : module.workflows()) {
      write(WorkflowTemplate.of(handlers), List.of(handlers.name()));
    }
    List<ClassName> all = module.classes().stream().map(HandlerClass::name).toList();
    for (TemplateModel template : module.templates().templates()) {
      write(template.definition(), all);
    }
  }

  private void write(TaskTemplate template, List<ClassName> origins) {
    String resource =
        TemplateResource.ofDiagram(template.namespace(), template.name(), template.version());
    emission.writeResource(resource, new MermaidDiagram(template).graph(), origins);
  }
}
