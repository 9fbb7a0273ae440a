package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.FanOutModel;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.StepKind;
import java.util.List;

/** In a workflow, each analyzer has a worker and each worker one analyzer. */
final class BatchWorkerCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      for (HandlerModel handler : workflow.handlers()) {
        if (handler.kind() == StepKind.BATCH_ANALYZER) {
          handler
              .settings()
              .fanOut()
              .ifPresent(fanOut -> checkWorker(workflow, handler, fanOut, diagnostics));
        } else if (handler.kind() == StepKind.BATCH_WORKER) {
          checkAnalyzers(workflow, handler, diagnostics);
        }
      }
    }
  }

  private static void checkWorker(
      HandlerClass workflow, HandlerModel analyzer, FanOutModel fanOut, Diagnostics diagnostics) {
    String name = fanOut.worker().value();
    List<HandlerModel> named =
        workflow.handlers().stream().filter(handler -> handler.step().equals(name)).toList();
    if (named.stream().anyMatch(handler -> handler.kind() == StepKind.BATCH_WORKER)) {
      return;
    }
    List<String> workers =
        workflow.handlers().stream()
            .filter(handler -> handler.kind() == StepKind.BATCH_WORKER)
            .map(HandlerModel::step)
            .toList();
    String why = named.isEmpty() ? "no step has that name" : "that step takes no BatchSlice";
    diagnostics.report(
        Problem.error(
            Code.UNKNOWN_BATCH_WORKER,
            fanOut.worker().at(),
            "step '%s' names '%s' as its batch worker, but %s."
                .formatted(analyzer.step(), name, why),
            Words.unknownName(name, workers, "batch workers")));
  }

  private static void checkAnalyzers(
      HandlerClass workflow, HandlerModel worker, Diagnostics diagnostics) {
    List<HandlerModel> analyzers =
        workflow.handlers().stream().filter(each -> each.fansOutTo(worker.step())).toList();
    // An analyzer whose own @FanOut names no step at all is told there.
    boolean isNamedWrongly =
        workflow.handlers().stream()
            .flatMap(handler -> handler.settings().fanOut().stream())
            .map(fanOut -> fanOut.worker().value())
            .anyMatch(name -> workflow.handlers().stream().noneMatch(h -> h.step().equals(name)));
    if (analyzers.isEmpty() && !isNamedWrongly) {
      diagnostics.report(
          Problem.error(
              Code.BATCH_WORKER_WITHOUT_ANALYZER,
              worker.at(),
              "step '%s' takes BatchSlice, but no step names it as its batch worker, so it never runs."
                  .formatted(worker.step()),
              "fix: add @FanOut(worker = \"%s\") to the step that returns BatchPlan."
                  .formatted(worker.step())));
    }
    for (HandlerModel second : analyzers.stream().skip(1).toList()) {
      diagnostics.report(
          Problem.error(
              Code.UNKNOWN_BATCH_WORKER,
              second.settings().fanOut().orElseThrow().worker().at(),
              "step '%s' names '%s' as its batch worker, but that is the worker of '%s' already."
                  .formatted(second.step(), worker.step(), analyzers.get(0).step()),
              "fix: give each analyzer a worker of its own."));
    }
  }
}
