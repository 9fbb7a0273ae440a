package io.tasker.template;

import io.tasker.template.problem.SourceMap;
import java.util.Objects;

/**
 * A template and where its parts stand in the file it was read from.
 *
 * @param template the template
 * @param positions where its parts stand
 * @param fileName the file as messages name it, or empty if there is none
 */
public record LocatedTemplate(TaskTemplate template, SourceMap positions, String fileName) {

  /** Checks that nothing is null. */
  public LocatedTemplate {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(positions, "positions");
    Objects.requireNonNull(fileName, "fileName");
  }

  /**
   * Returns a template that was not read from a file.
   *
   * @param template the template
   * @return the template without positions
   */
  public static LocatedTemplate withoutFile(TaskTemplate template) {
    return new LocatedTemplate(template, SourceMap.none(), "");
  }
}
