package io.tasker.processor.check.rule;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** Reports a name at each of its declarations, so that the order does not decide who is wrong. */
public final class Duplicates {

  /** A declaration: where it is, how the other ones call it, and what to do there. */
  public record Declaration(SourceRef at, String text, String fix) {}

  private Duplicates() {}

  public static void report(
      Code code, String headline, List<Declaration> declarations, Diagnostics diagnostics) {
    int width =
        declarations.stream().mapToInt(declaration -> declaration.text().length()).max().orElse(0);
    for (Declaration here : declarations) {
      List<String> details = new ArrayList<>();
      for (Declaration each : declarations) {
        details.add(
            each.equals(here) ? ("%-" + width + "s  (here)").formatted(each.text()) : each.text());
      }
      details.add("fix: " + here.fix());
      diagnostics.report(Problem.error(code, here.at(), headline, details));
    }
  }
}
