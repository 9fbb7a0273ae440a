package io.tasker.processor.diagnostic;

import io.tasker.processor.model.SourceRef;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.TemplateProblem;
import java.util.List;
import java.util.Objects;
import javax.tools.Diagnostic.Kind;

/**
 * Something wrong in the user's source.
 *
 * @param id the id of its code, which its page in {@code docs/errors} is named after
 * @param kind an error, or a warning where the user asked for one
 * @param at where it is
 * @param headline one sentence that stands alone, because some tools show no more
 * @param details further lines, each with a label
 */
public record Problem(String id, Kind kind, SourceRef at, String headline, List<String> details) {

  /** Copies the details. */
  public Problem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    // Text of the user's within it must not end the one line that some tools show.
    headline = headline.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    details = List.copyOf(details);
  }

  /** Returns an error. */
  public static Problem error(Code code, SourceRef at, String headline, String... details) {
    return error(code, at, headline, List.of(details));
  }

  /** Returns an error. */
  public static Problem error(Code code, SourceRef at, String headline, List<String> details) {
    return new Problem(code.id(), Kind.ERROR, at, headline, details);
  }

  /**
   * Returns what the rules for templates found, with its code and text.
   *
   * @param problem what is wrong in a file, which has its own place
   * @param at where the compiler shows it
   */
  public static Problem of(TemplateProblem problem, SourceRef at) {
    return new Problem(
        problem.code().id(),
        kind(problem.severity()),
        at,
        problem.location() + ": " + problem.headline(),
        problem.details());
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }

  /** Returns this problem as a warning. */
  public Problem asWarning() {
    return new Problem(id, Kind.WARNING, at, headline, details);
  }

  /** Returns this problem as a note, which no build takes for a failure. */
  public Problem asNote() {
    return new Problem(id, Kind.NOTE, at, headline, details);
  }

  /** Returns this problem with something before its headline. */
  Problem withPrefix(String prefix) {
    return new Problem(id, kind, at, prefix + headline, details);
  }

  /** Returns the text as the compiler prints it. */
  public String text() {
    StringBuilder text = new StringBuilder("[Tasker/" + id + "] " + headline);
    details.forEach(detail -> text.append("\n  ").append(detail));
    return text.toString();
  }
}
