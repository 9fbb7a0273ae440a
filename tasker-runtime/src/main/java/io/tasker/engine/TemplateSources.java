package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.internal.ModuleTemplates;
import io.tasker.template.LocatedTemplate;
import io.tasker.template.TaskTemplate;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an engine's templates come from: objects, YAML texts and the resources of modules. */
final class TemplateSources {
  private static final Logger LOG = LoggerFactory.getLogger(TemplateSources.class);

  private final Consumer<String> onWarning;
  private final TemplateReader reader = new TemplateReader();
  private final List<TaskTemplate> templates = new ArrayList<>();
  private final List<TemplateReading> readings = new ArrayList<>();
  // Empty for all.
  private final Set<String> chosen = new LinkedHashSet<>();

  TemplateSources() {
    this(warning -> LOG.warn("{}", warning));
  }

  TemplateSources(Consumer<String> onWarning) {
    this.onWarning = onWarning;
  }

  /** Restricts the templates of modules to one more workflow. */
  void choose(String namespace, String name) {
    chosen.add(
        Objects.requireNonNull(namespace, "namespace")
            + "/"
            + Objects.requireNonNull(name, "name"));
  }

  void add(TaskTemplate template) {
    templates.add(template);
  }

  void add(String fileName, String yaml) {
    readings.add(
        reader.read(
            Objects.requireNonNull(fileName, "fileName"), Objects.requireNonNull(yaml, "yaml")));
  }

  /** Returns all templates, each once, and reports those that are not valid or there twice. */
  List<TaskTemplate> read(HandlerRegistry registry, List<String> problems) {
    List<LocatedTemplate> all = new ArrayList<>();
    templates.forEach(template -> all.add(LocatedTemplate.withoutFile(template)));
    for (TemplateReading reading : readings) {
      reading.problems().forEach(problem -> report(problem.text(), problem.severity(), problems));
      reading.template().ifPresent(all::add);
    }
    chosen(new ModuleTemplates(problems).read(registry.modules()), problems)
        .forEach(template -> all.add(LocatedTemplate.withoutFile(template)));
    all.forEach(template -> check(template, problems));
    Map<String, LocatedTemplate> byIdentity = new LinkedHashMap<>();
    for (LocatedTemplate located : all) {
      String identity = located.template().identity();
      LocatedTemplate first = byIdentity.putIfAbsent(identity, located);
      if (first != null) {
        problems.add("There are two templates " + identity + files(first, located));
      }
    }
    return byIdentity.values().stream().map(LocatedTemplate::template).toList();
  }

  private static String files(LocatedTemplate... templates) {
    String names =
        Stream.of(templates)
            .map(LocatedTemplate::fileName)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(" and "));
    return names.isEmpty() ? "" : ", in " + names;
  }

  private List<TaskTemplate> chosen(List<TaskTemplate> ofModules, List<String> problems) {
    if (chosen.isEmpty()) {
      return ofModules;
    }
    Set<String> known = new TreeSet<>();
    ofModules.forEach(template -> known.add(workflow(template)));
    for (String workflow : chosen) {
      if (!known.contains(workflow)) {
        List<String> near = Suggestions.closest(workflow, known);
        problems.add(
            "No module brings the workflow '%s'.%s Their workflows: %s"
                .formatted(
                    workflow,
                    near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?",
                    known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
    return ofModules.stream().filter(template -> chosen.contains(workflow(template))).toList();
  }

  private static String workflow(TaskTemplate template) {
    return template.namespace() + "/" + template.name();
  }

  private void check(LocatedTemplate located, List<String> problems) {
    boolean isOfFile = !located.fileName().isEmpty();
    for (TemplateProblem problem : TemplateChecks.check(located)) {
      String text = problem.text();
      report(
          isOfFile ? text : located.template().identity() + ": " + text,
          problem.severity(),
          problems);
    }
  }

  private void report(String text, Severity severity, List<String> problems) {
    switch (severity) {
      case ERROR -> problems.add(text);
      case WARNING -> onWarning.accept(text);
      // Advice for who writes the template, not for who starts the engine.
      case NOTE -> LOG.debug("{}", text);
    }
  }
}
