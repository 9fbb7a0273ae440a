package io.tasker.template.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Something wrong or remarkable in a template.
 *
 * @param code the kind of problem
 * @param severity how much it matters
 * @param headline one sentence that stands alone, with the values it is about
 * @param details further lines, each {@code label: text}, without indentation
 * @param path the place in the template
 * @param file the file as messages name it, or empty if the template was not read from one
 * @param line the line, the first one is 1; 0 if unknown
 * @param column the character within the line, the first one is 1; 0 if unknown
 */
public record TemplateProblem(
    ProblemCode code,
    Severity severity,
    String headline,
    List<String> details,
    TemplatePath path,
    String file,
    int line,
    int column) {

  /** By file and position, then by code and text, so that the order never depends on the checks. */
  public static final Comparator<TemplateProblem> BY_POSITION =
      Comparator.comparing(TemplateProblem::file)
          .thenComparingInt(TemplateProblem::line)
          .thenComparingInt(TemplateProblem::column)
          .thenComparing(problem -> problem.code().id())
          .thenComparing(TemplateProblem::headline);

  /** Checks that nothing is null, and keeps what a file holds from breaking headline or details. */
  public TemplateProblem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    headline = OneLine.of(headline);
    details = details.stream().map(OneLine::of).toList();
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
  }

  /**
   * Returns whether the template cannot be used.
   *
   * @return whether the severity is {@link Severity#ERROR}
   */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * Returns where the problem is.
   *
   * @return {@code file:line:column}, as much of it as is known
   */
  public String location() {
    return line == 0 ? file : (file.isEmpty() ? "" : file + ":") + line + ":" + column;
  }

  /**
   * Returns the problem as it is printed: location, severity, code and headline, then the details,
   * indented.
   *
   * @return one or more lines, without a line break at the end
   */
  public String text() {
    StringBuilder text = new StringBuilder(location());
    if (!text.isEmpty()) {
      text.append(": ");
    }
    text.append(severity.label()).append(": [Tasker/").append(code.id()).append("] ");
    text.append(headline);
    details.forEach(detail -> text.append("\n    ").append(detail));
    return text.toString();
  }
}
