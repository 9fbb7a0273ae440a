package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateResource;
import io.tasker.template.JsonSchema;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the schemas of each workflow's input and results as files that other tools read. */
public final class SchemaFileEmitter {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Emission emission;

  /** Creates an emitter. */
  public SchemaFileEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the schemas of all workflows, whichever way they were written. */
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
    String workflow =
        "%s/%s@%s".formatted(template.namespace(), template.name(), template.version());
    template
        .inputSchema()
        .ifPresent(schema -> write(template, "input", "Input of " + workflow, schema, origins));
    for (StepDefinition step : template.steps()) {
      String title = "Result of step %s of %s".formatted(step.name(), workflow);
      step.resultSchema()
          .ifPresent(schema -> write(template, "results/" + step.name(), title, schema, origins));
    }
  }

  private void write(
      TaskTemplate template,
      String part,
      String title,
      JsonSchema schema,
      List<ClassName> origins) {
    String resource =
        TemplateResource.ofSchema(template.namespace(), template.name(), template.version(), part);
    Map<String, Object> keywords = new LinkedHashMap<>();
    keywords.put("$schema", DIALECT);
    keywords.put("$id", "urn:tasker:" + TemplateResource.schemaName(resource));
    keywords.put("title", title);
    // What a template says itself wins.
    keywords.putAll(schema.keywords());
    emission.writeResource(resource, JsonText.of(keywords), origins);
  }
}
