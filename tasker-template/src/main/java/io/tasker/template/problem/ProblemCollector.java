package io.tasker.template.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one template, finds their positions and puts them in order. */
public final class ProblemCollector {
  private final String file;
  private final SourceMap positions;
  private final Set<TemplateProblem> problems = new LinkedHashSet<>();

  /**
   * Starts without problems.
   *
   * @param file the file as messages name it, or empty
   * @param positions where the parts of the template stand in that file
   */
  public ProblemCollector(String file, SourceMap positions) {
    this.file = Objects.requireNonNull(file, "file");
    this.positions = Objects.requireNonNull(positions, "positions");
  }

  /**
   * Adds a problem of the usual severity.
   *
   * @param code the kind of problem
   * @param path the place in the template
   * @param headline one sentence that stands alone
   * @param details the lines below it
   */
  public void report(ProblemCode code, TemplatePath path, String headline, Details details) {
    report(code, code.severity(), path, headline, details);
  }

  /**
   * Adds a problem.
   *
   * @param code the kind of problem
   * @param severity how much this case matters
   * @param path the place in the template
   * @param headline one sentence that stands alone
   * @param details the lines below it
   */
  public void report(
      ProblemCode code, Severity severity, TemplatePath path, String headline, Details details) {
    add(code, severity, path, positions.nearest(path), headline, details);
  }

  /**
   * Adds a problem whose position is known.
   *
   * @param code the kind of problem
   * @param path the place in the template
   * @param position the position in the file
   * @param headline one sentence that stands alone
   * @param details the lines below it
   */
  public void reportAt(
      ProblemCode code, TemplatePath path, Position position, String headline, Details details) {
    add(code, code.severity(), path, Optional.of(position), headline, details);
  }

  /**
   * Adds a problem as it is.
   *
   * @param problem the problem
   */
  public void add(TemplateProblem problem) {
    problems.add(problem);
  }

  /**
   * Returns what was collected.
   *
   * @return each problem once, by position
   */
  public List<TemplateProblem> problems() {
    return problems.stream().sorted(TemplateProblem.BY_POSITION).toList();
  }

  private void add(
      ProblemCode code,
      Severity severity,
      TemplatePath path,
      Optional<Position> position,
      String headline,
      Details details) {
    problems.add(
        new TemplateProblem(
            code,
            severity,
            headline,
            details.lines(),
            path,
            file,
            position.map(Position::line).orElse(0),
            position.map(Position::column).orElse(0)));
  }
}
