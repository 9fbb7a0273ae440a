package io.tasker.processor.check.dependency;

import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.payload.Conversion.Mismatch.NoField;
import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.TypeText;
import io.tasker.template.problem.Suggestions;
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
    details.add("fix: " + fix(edge, missing, field, isKept));
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

  private static String fix(Edge edge, NoField missing, String field, boolean isKept) {
    Slot slot = edge.dependency().slot();
    String optional = OptionalFix.of(slot, slot.taken(), field);
    if (isKept) {
      return optional + ", or let Jackson write it.";
    }
    List<String> written = missing.produced().writtenNames();
    boolean isProjection =
        missing.taken().read().stream()
            .flatMap(each -> each.names().stream())
            .anyMatch(written::contains);
    boolean isLike = !Suggestions.closest(missing.field(), written).isEmpty();
    if (isProjection && isLike) {
      return "correct the name, or " + optional + ".";
    }
    String produced =
        Projection.follow(
                edge.producer().result().value().payload(), edge.dependency().path().value())
            .map(found -> ProducedFix.type(edge, found))
            .orElseThrow();
    String whole = "take " + produced + ", as " + ProducedFix.producer(edge) + " returns it";
    // A record that has nothing in common with the other one is no reading of it.
    if (isLike) {
      return "correct the name, or " + whole + ".";
    }
    return isProjection ? whole + ", or " + optional + "." : whole + ".";
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
