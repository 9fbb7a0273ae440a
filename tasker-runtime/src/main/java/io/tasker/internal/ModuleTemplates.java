package io.tasker.internal;

import io.tasker.spi.HandlerModule;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the templates that generated modules carry as resources. */
public final class ModuleTemplates {
  private final TemplateReader reader = new TemplateReader();
  private final List<String> problems;

  /**
   * Creates a reader of resources.
   *
   * @param problems is given one sentence for each resource that is missing or not a template
   */
  public ModuleTemplates(List<String> problems) {
    this.problems = problems;
  }

  /**
   * Reads the templates of modules.
   *
   * @param modules the modules
   * @return the templates that could be read, in the order of the modules
   */
  public List<TaskTemplate> read(List<HandlerModule> modules) {
    List<TaskTemplate> templates = new ArrayList<>();
    for (HandlerModule module : modules) {
      for (String resource : module.templates()) {
        read(module, resource, templates);
      }
    }
    return templates;
  }

  private void read(HandlerModule module, String resource, List<TaskTemplate> templates) {
    String name = resource.startsWith("/") ? resource.substring(1) : resource;
    // Through the module's own class, so that a named module's resources are found.
    try (InputStream bytes = module.getClass().getResourceAsStream("/" + name)) {
      if (bytes == null) {
        problems.add(
            "%s names the template %s, which is not on the class path: it was lost in packaging"
                .formatted(module.name(), resource));
      } else {
        keep(reader.read(name, bytes), templates);
      }
    } catch (IOException e) {
      problems.add("The template %s cannot be read: %s".formatted(resource, e));
    }
  }

  private void keep(TemplateReading reading, List<TaskTemplate> templates) {
    reading
        .template()
        .ifPresentOrElse(
            located -> templates.add(located.template()), () -> problems.addAll(errors(reading)));
  }

  private static List<String> errors(TemplateReading reading) {
    return reading.problems().stream()
        .filter(TemplateProblem::isError)
        .map(TemplateProblem::text)
        .toList();
  }
}
