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

/**
 * Writes the schemas of each workflow's input and results for other tools to read: one document for
 * a workflow, in which each schema has an id of its own.
 */
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
    String resource =
        TemplateResource.ofSchemas(template.namespace(), template.name(), template.version());
    String id = "urn:tasker:" + TemplateResource.schemaName(resource);
    String workflow =
        "%s/%s@%s".formatted(template.namespace(), template.name(), template.version());
    Map<String, Object> definitions = new LinkedHashMap<>();
    template
        .inputSchema()
        .ifPresent(
            schema ->
                definitions.put(
                    "input", definition(schema, id + ":input", "Input of " + workflow)));
    for (StepDefinition step : template.steps()) {
      String title = "Result of step %s of %s".formatted(step.name(), workflow);
      String part = id + ":results:" + TemplateResource.part(step.name());
      step.resultSchema()
          .ifPresent(
              schema -> definitions.put("results." + step.name(), definition(schema, part, title)));
    }
    if (!definitions.isEmpty()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("$schema", DIALECT);
      document.put("$id", id);
      document.put("title", "Input and results of " + workflow);
      document.put("$defs", definitions);
      emission.writeResource(resource, JsonText.of(document), origins);
    }
  }

  private static Map<String, Object> definition(JsonSchema schema, String id, String title) {
    Map<String, Object> keywords = new LinkedHashMap<>();
    keywords.put("$id", id);
    keywords.put("title", title);
    // What a template says itself wins.
    keywords.putAll(schema.keywords());
    return keywords;
  }
}
