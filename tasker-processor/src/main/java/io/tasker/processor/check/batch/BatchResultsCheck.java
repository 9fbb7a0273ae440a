package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.ParameterModel.Results;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TypeText;
import java.util.List;

/** A batch worker has as many results as batches: they are read together, and no others are. */
final class BatchResultsCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.classes()) {
      for (HandlerModel handler : handlers.handlers()) {
        for (Dependency dependency : handler.parameters(Dependency.class)) {
          List<HandlerModel> producers =
              module.resolve(handlers, handler, dependency.step().value());
          if (producers.size() == 1 && needsAllBatches(producers.get(0))) {
            diagnostics.report(single(handler, dependency, producers.get(0)));
          }
        }
        for (Results results : handler.parameters(Results.class)) {
          check(
              handler,
              results,
              module.resolve(handlers, handler, results.step().value()),
              diagnostics);
        }
      }
    }
  }

  private static boolean needsAllBatches(HandlerModel producer) {
    return producer.kind() == StepKind.BATCH_WORKER;
  }

  private static void check(
      HandlerModel handler,
      Results results,
      List<HandlerModel> producers,
      Diagnostics diagnostics) {
    if (producers.size() == 1 && !needsAllBatches(producers.get(0))) {
      report(
          results.step(),
          "step '%s' takes BatchResults of '%s', which is no batch worker."
              .formatted(handler.step(), results.step().value()),
          "take its result as it is: %s.".formatted(result(producers.get(0))),
          diagnostics);
    } else if (!results.path().value().isEmpty()) {
      report(
          results.path(),
          "step '%s' reads '%s' of BatchResults, but takes whole results only."
              .formatted(handler.step(), results.path().value()),
          "remove 'path', and let the element be a record with that field.",
          diagnostics);
    }
  }

  private static void report(
      Located<String> at, String headline, String fix, Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(Code.BATCH_RESULTS_MISMATCH, at.at(), headline, "fix: " + fix));
  }

  private static Problem single(
      HandlerModel handler, Dependency dependency, HandlerModel producer) {
    Slot slot = dependency.slot();
    return Problem.error(
        Code.BATCH_RESULTS_MISMATCH,
        slot.at(),
        "step '%s' takes one result of batch worker '%s', which has one for each batch."
            .formatted(handler.step(), producer.step()),
        "fix: declare '%s' as BatchResults<%s>.".formatted(slot.name(), result(producer)));
  }

  private static String result(HandlerModel producer) {
    return TypeText.simple(producer.result().value().name().box());
  }
}
