package io.tasker.template.yaml;

import io.tasker.template.StepOverride;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of {@code environments}. */
final class EnvironmentsShape {
  private final ProblemCollector problems;
  private final Values values;

  EnvironmentsShape(ProblemCollector problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  Map<String, List<StepOverride>> read(Fields template) {
    Map<String, List<StepOverride>> environments = new LinkedHashMap<>();
    List<YamlNode.Entry> entries =
        template.mapping("environments").map(YamlNode.Mapping::entries).orElse(List.of());
    for (YamlNode.Entry entry : entries) {
      TemplatePath path = template.path("environments").key(entry.key());
      String owner = "environment '" + Excerpt.of(entry.key()) + "'";
      values
          .mapping(entry.value().node(), path, owner)
          .ifPresent(
              mapping -> {
                Fields fields = new Fields(mapping, path, owner, problems);
                environments.put(entry.key(), overrides(fields));
                fields.reportUnknown();
              });
    }
    return environments;
  }

  private static List<StepOverride> overrides(Fields environment) {
    return environment.mappings("steps").stream().map(EnvironmentsShape::override).toList();
  }

  private static StepOverride override(Fields fields) {
    StepOverride override =
        new StepOverride(
            fields.requiredText("name"),
            fields
                .mapping("handler")
                .map(handler -> initialization(fields.inner("handler", handler)))
                .orElse(Map.of()),
            AttemptShape.timeout(fields),
            AttemptShape.retry(fields));
    fields.reportUnknown();
    return override;
  }

  private static Map<String, Object> initialization(Fields handler) {
    Map<String, Object> initialization = handler.data("initialization");
    handler.reportUnknown();
    return initialization;
  }
}
