package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.spi.HandlerModule;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where an engine's templates come from: objects, YAML texts and the resources of modules. */
final class TemplateSources {
  private final TemplateReader reader = new TemplateReader();
  private final List<TaskTemplate> templates = new ArrayList<>();
  private final List<TemplateReading> readings = new ArrayList<>();

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
    Map<String, TaskTemplate> byIdentity = new LinkedHashMap<>();
    templates.forEach(template -> addTo(byIdentity, template, problems));
    readings.forEach(reading -> addTo(byIdentity, reading, problems));
    for (HandlerModule module : registry.modules()) {
      for (String resource : module.templates()) {
        addTo(byIdentity, module, resource, problems);
      }
    }
    return List.copyOf(byIdentity.values());
  }

  private void addTo(
      Map<String, TaskTemplate> byIdentity,
      HandlerModule module,
      String resource,
      List<String> problems) {
    String name = resource.startsWith("/") ? resource.substring(1) : resource;
    // Through the module's own class, so that a named module's resources are found.
    try (InputStream bytes = module.getClass().getResourceAsStream("/" + name)) {
      if (bytes == null) {
        problems.add(
            "%s names the template %s, which is not on the class path: it was lost in packaging"
                .formatted(module.name(), resource));
      } else {
        addTo(byIdentity, reader.read(name, bytes), problems);
      }
    } catch (IOException e) {
      problems.add("The template %s cannot be read: %s".formatted(resource, e));
    }
  }

  private static void addTo(
      Map<String, TaskTemplate> byIdentity, TemplateReading reading, List<String> problems) {
    reading
        .template()
        .ifPresentOrElse(
            located -> addTo(byIdentity, located.template(), problems),
            () ->
                reading.problems().stream()
                    .filter(TemplateProblem::isError)
                    .map(TemplateProblem::text)
                    .forEach(problems::add));
  }

  private static void addTo(
      Map<String, TaskTemplate> byIdentity, TaskTemplate template, List<String> problems) {
    if (byIdentity.putIfAbsent(template.identity(), template) != null) {
      problems.add("There are two templates " + template.identity());
    }
  }
}
