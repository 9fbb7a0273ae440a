package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import io.tasker.template.yaml.TemplateWriter;
import java.util.List;

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
      String yaml = new TemplateWriter().write(WorkflowTemplate.of(handlers));
      emission.writeResource(resource, yaml, List.of(handlers.name()));
    }
    List<ClassName> all = module.classes().stream().map(HandlerClass::name).toList();
    for (TemplateModel template : module.templates().templates()) {
      // As people wrote it, so that positions at run time are those of the source.
      emission.writeResource(template.resource(), template.file().text(), all);
    }
  }
}
