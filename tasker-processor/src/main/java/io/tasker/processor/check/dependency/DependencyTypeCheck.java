package io.tasker.processor.check.dependency;

import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.PayloadType.VoidType;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** What a step produces fits the parameters that take it. */
final class DependencyTypeCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Edges.of(module).forEach(edge -> check(edge, diagnostics));
  }

  private static void check(Edge edge, Diagnostics diagnostics) {
    edge.mismatch()
        .filter(mismatch -> !(mismatch instanceof Mismatch.NoField))
        .map(mismatch -> problem(edge, mismatch))
        .ifPresent(diagnostics::report);
  }

  private static Problem problem(Edge edge, Mismatch mismatch) {
    List<String> details = new ArrayList<>(edge.ends());
    details.add("fix: " + fix(edge, mismatch));
    return Problem.error(
        Code.DEPENDENCY_TYPE_MISMATCH,
        edge.dependency().slot().at(),
        headline(edge, mismatch),
        details);
  }

  private static String headline(Edge edge, Mismatch mismatch) {
    String consumer = edge.reader();
    String producer = edge.source();
    if (mismatch instanceof Mismatch.Types types) {
      String where = where(edge, types.path());
      if (!where.isEmpty()) {
        return "step '%s' reads '%s' of '%s' as %s, but it is %s."
            .formatted(
                consumer,
                where,
                producer,
                PayloadText.of(types.taken()),
                PayloadText.of(types.produced()));
      }
      String produced =
          types.produced() instanceof VoidType
              ? "nothing"
              : TypeText.simple(edge.producer().result().value().name());
      return "step '%s' expects '%s' to produce %s, but it produces %s."
          .formatted(
              consumer,
              producer,
              TypeText.simple(edge.dependency().slot().type().name()),
              produced);
    }
    String where = where(edge, ((Mismatch.Absent) mismatch).path());
    return where.isEmpty()
        ? "step '%s' needs the result of '%s', which may be absent.".formatted(consumer, producer)
        : "step '%s' needs '%s' of '%s', which may be absent.".formatted(consumer, where, producer);
  }

  private static String where(Edge edge, String path) {
    String root = edge.dependency().path().value();
    if (root.isEmpty() || path.isEmpty()) {
      return root + path;
    }
    return path.startsWith("[") || path.startsWith("{") ? root + path : root + "." + path;
  }

  private static String fix(Edge edge, Mismatch mismatch) {
    String producer = ProducedFix.producer(edge);
    Slot slot = edge.dependency().slot();
    if (mismatch instanceof Mismatch.Absent absent) {
      return OptionalFix.of(slot, slot.taken(), absent.path()) + ", or mark it @Nullable.";
    }
    Mismatch.Types types = (Mismatch.Types) mismatch;
    if (types.produced() instanceof VoidType) {
      return "order the steps with @After(\"%s\") instead, or let %s return a value."
          .formatted(edge.source(), producer);
    }
    boolean isRoot = types.path().isEmpty();
    boolean isWhole = isRoot && edge.dependency().path().value().isEmpty();
    String produced =
        isRoot ? ProducedFix.type(edge, types.produced()) : PayloadText.of(types.produced());
    return "declare %s as %s, or change what %s returns."
        .formatted(isWhole ? "the parameter" : "it", produced, producer);
  }
}
