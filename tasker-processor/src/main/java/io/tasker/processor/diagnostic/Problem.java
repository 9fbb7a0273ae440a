package io.tasker.processor.diagnostic;

import io.tasker.processor.model.SourceRef;
import java.util.List;
import java.util.Objects;
import javax.tools.Diagnostic.Kind;

/**
 * Something wrong in the user's source.
 *
 * @param code its code
 * @param kind an error, or a warning where the user asked for one
 * @param at where it is
 * @param headline one sentence that stands alone, because some tools show no more
 * @param details further lines, each with a label
 */
public record Problem(Code code, Kind kind, SourceRef at, String headline, List<String> details) {

  /** Copies the details. */
  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(at, "at");
    // Text of the user's within it must not end the one line that some tools show.
    headline = headline.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    details = List.copyOf(details);
  }

  /** Returns an error. */
  public static Problem error(Code code, SourceRef at, String headline, String... details) {
    return new Problem(code, Kind.ERROR, at, headline, List.of(details));
  }

  /** Returns an error. */
  public static Problem error(Code code, SourceRef at, String headline, List<String> details) {
    return new Problem(code, Kind.ERROR, at, headline, details);
  }

  /** Returns this problem as a warning. */
  public Problem asWarning() {
    return new Problem(code, Kind.WARNING, at, headline, details);
  }

  /** Returns this problem with something before its headline. */
  Problem withPrefix(String prefix) {
    return new Problem(code, kind, at, prefix + headline, details);
  }

  /** Returns the text as the compiler prints it. */
  public String text() {
    StringBuilder text = new StringBuilder("[Tasker/" + code.id() + "] " + headline);
    details.forEach(detail -> text.append("\n  ").append(detail));
    return text.toString();
  }
}
