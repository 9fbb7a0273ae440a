package io.tasker.template.yaml;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.problem.InvalidTemplateException;
import io.tasker.template.problem.TemplateProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reading a template gave.
 *
 * @param template the template, or empty if there is an error
 * @param draft the template as far as it could be read, with defaults for values in error; present
 *     if its steps, their kinds and their dependencies are certain, so that checks can look for
 *     more problems in the same run
 * @param problems everything found, by position
 */
public record TemplateReading(
    Optional<LocatedTemplate> template,
    Optional<LocatedTemplate> draft,
    List<TemplateProblem> problems) {

  /** Checks that nothing is null and copies the problems. */
  public TemplateReading {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(draft, "draft");
    problems = List.copyOf(problems);
  }

  /**
   * Returns the template for callers that cannot go on without it.
   *
   * @return the template
   * @throws InvalidTemplateException if there is an error; its message lists every problem
   */
  public LocatedTemplate orThrow() {
    return template.orElseThrow(() -> new InvalidTemplateException(problems));
  }
}
