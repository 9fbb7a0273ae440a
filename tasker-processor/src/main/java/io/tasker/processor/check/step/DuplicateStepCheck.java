package io.tasker.processor.check.step;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Duplicates;
import io.tasker.processor.check.rule.Duplicates.Declaration;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps of a class have different names. */
final class DuplicateStepCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    byStep(handlers)
        .forEach(
            (step, same) -> {
              if (same.size() > 1) {
                Duplicates.report(
                    Code.DUPLICATE_STEP,
                    "step name '%s' is declared by %d handlers.".formatted(step, same.size()),
                    same.stream().map(DuplicateStepCheck::declaration).toList(),
                    diagnostics);
              }
            });
  }

  static Map<String, List<HandlerModel>> byStep(HandlerClass handlers) {
    return handlers.handlers().stream()
        .collect(groupingBy(HandlerModel::step, TreeMap::new, toList()));
  }

  private static Declaration declaration(HandlerModel handler) {
    return new Declaration(
        handler.names().step().at(),
        handler.signature(),
        "rename one, or give it another name with @Handler(step = …).");
  }
}
