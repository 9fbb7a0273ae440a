package io.tasker.processor.model;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.problem.TemplateProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of a template directory.
 *
 * @param name its path from the name of the directory on, with {@code /} between the parts
 * @param text what it holds
 * @param draft the template, as far as it is certain which steps it has
 * @param problems what is wrong with it, whatever its handlers are
 */
public record TemplateFile(
    String name, String text, Optional<LocatedTemplate> draft, List<TemplateProblem> problems) {

  /** Copies the problems. */
  public TemplateFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(draft, "draft");
    problems = List.copyOf(problems);
  }
}
