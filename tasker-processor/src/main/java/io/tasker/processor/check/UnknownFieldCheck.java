package io.tasker.processor.check;

import io.tasker.processor.check.Conversion.Mismatch.NoField;
import io.tasker.processor.check.Edges.Edge;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** The field a parameter reads, by a path or in its record, is one that the producer has. */
final class UnknownFieldCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Edges.of(module).forEach(edge -> check(edge, diagnostics));
  }

  private static void check(Edge edge, Diagnostics diagnostics) {
    edge.mismatch()
        .filter(NoField.class::isInstance)
        .map(missing -> inRecord(edge, (NoField) missing))
        .ifPresent(diagnostics::report);
    Projection.missing(edge.producer().result().value().payload(), edge.dependency().path().value())
        .map(missing -> inPath(edge, missing))
        .ifPresent(diagnostics::report);
  }

  private static Problem inRecord(Edge edge, NoField missing) {
    String taken = TypeText.simple(edge.dependency().slot().type().name());
    String field =
        missing.path().isEmpty() ? missing.field() : missing.path() + "." + missing.field();
    boolean isKept =
        missing.produced().fields().stream()
            .anyMatch(each -> each.jsonName().equals(missing.field()));
    List<String> details =
        isKept
            ? new ArrayList<>()
            : new ArrayList<>(
                Words.unknownName(missing.field(), missing.produced().writtenNames(), "fields"));
    details.addAll(edge.ends());
    details.add(
        isKept
            ? "fix: declare '%s' as Optional, or let Jackson write it.".formatted(missing.field())
            : "fix: correct the name, or declare '%s' as Optional.".formatted(missing.field()));
    return Problem.error(
        Code.UNKNOWN_FIELD,
        edge.dependency().slot().at(),
        "%s of step '%s' reads field '%s' of '%s', but %s %s."
            .formatted(
                taken,
                edge.reader(),
                field,
                edge.source(),
                PayloadText.of(missing.produced()),
                isKept ? "does not write it" : "has no such field"),
        details);
  }

  private static Problem inPath(Edge edge, Projection.NoField missing) {
    List<String> details =
        new ArrayList<>(Words.unknownName(missing.field(), missing.known(), "fields"));
    details.add(missing.known().isEmpty() ? "fix: remove the path." : "fix: correct the path.");
    return Problem.error(
        Code.UNKNOWN_FIELD,
        edge.dependency().path().at(),
        "step '%s' reads '%s' of '%s', but %s has no field '%s'."
            .formatted(
                edge.reader(),
                edge.dependency().path().value(),
                edge.source(),
                missing.owner(),
                missing.field()),
        details);
  }
}
