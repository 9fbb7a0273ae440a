package io.tasker.template.yaml;

import io.tasker.template.StepOverride;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of {@code environments}. */
final class EnvironmentsShape {
  private final ProblemCollector problems;
  private final Values values;
  private final AttemptShape attempt;

  EnvironmentsShape(ProblemCollector problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.attempt = new AttemptShape(problems);
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

  private List<StepOverride> overrides(Fields environment) {
    List<StepOverride> overrides = new ArrayList<>();
    for (Fields.Item item : environment.items("steps")) {
      values
          .mapping(item.node(), item.path(), "an item of 'steps'")
          .ifPresent(mapping -> overrides.add(override(mapping, item.path())));
    }
    return overrides;
  }

  private StepOverride override(YamlNode.Mapping mapping, TemplatePath path) {
    Fields fields = new Fields(mapping, path, "a step override", problems);
    StepOverride override =
        new StepOverride(
            fields.requiredText("name"),
            fields
                .mapping("handler")
                .map(handler -> initialization(handler, path.key("handler")))
                .orElse(Map.of()),
            attempt.timeout(fields),
            attempt.retry(fields));
    fields.reportUnknown();
    return override;
  }

  private Map<String, Object> initialization(YamlNode.Mapping mapping, TemplatePath path) {
    Fields fields = new Fields(mapping, path, "the handler of a step override", problems);
    Map<String, Object> initialization = fields.data("initialization");
    fields.reportUnknown();
    return initialization;
  }
}
