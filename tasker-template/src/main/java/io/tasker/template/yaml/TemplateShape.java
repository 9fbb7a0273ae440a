package io.tasker.template.yaml;

import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of a template above its steps. */
final class TemplateShape {
  private final ProblemCollector problems;

  TemplateShape(ProblemCollector problems) {
    this.problems = problems;
  }

  TaskTemplate read(YamlNode.Mapping root) {
    Fields fields = new Fields(root, TemplatePath.root(), "the template", problems);
    TaskTemplate.Builder template =
        TaskTemplate.template(
                fields.requiredText("namespace_name"),
                fields.requiredText("name"),
                fields.requiredText("version"))
            .description(fields.text("description"))
            .metadata(metadata(fields))
            .systemDependencies(systemDependencies(fields))
            .domainEvents(domainEvents(fields))
            .lifecycle(lifecycle(fields));
    fields.schema("input_schema").ifPresent(template::inputSchema);
    fields.mappings("steps").forEach(inner -> template.step(StepShape.read(inner)));
    new EnvironmentsShape(problems).read(fields).forEach(template::environment);
    fields.reportUnknown();
    return template.build();
  }

  // The next four keep what is written, unknown keys included, and only look at its shape: nothing
  // at run time reads these mappings, but Tasker Core refuses the file if a type is wrong.

  private Map<String, Object> metadata(Fields template) {
    return template.data(
        "metadata",
        fields -> {
          fields.text("author");
          fields.texts("tags");
          fields.text("documentation_url");
          for (String key : List.of("created_at", "updated_at")) {
            fields.timestamp(key);
          }
        });
  }

  private Map<String, Object> systemDependencies(Fields template) {
    return template.data(
        "system_dependencies",
        fields -> {
          fields.text("primary");
          fields.texts("secondary");
        });
  }

  private Map<String, Object> lifecycle(Fields template) {
    return template.data(
        "lifecycle",
        fields -> {
          for (String key :
              List.of(
                  "max_duration_minutes",
                  "max_waiting_for_dependencies_minutes",
                  "max_waiting_for_retry_minutes",
                  "max_steps_in_process_minutes")) {
            fields.number(key, Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
          }
          fields.text("staleness_action");
          fields.flag("auto_fail_on_timeout", false);
          fields.flag("auto_dlq_on_timeout", false);
        });
  }

  private List<Map<String, Object>> domainEvents(Fields template) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (Fields fields : template.mappings("domain_events")) {
      fields.requiredText("name");
      fields.text("description");
      fields.mapping("schema");
      fields.reportUnknown();
      events.add(fields.asData());
    }
    return events;
  }
}
