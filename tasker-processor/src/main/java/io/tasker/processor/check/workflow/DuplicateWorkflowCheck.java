package io.tasker.processor.check.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Duplicates;
import io.tasker.processor.check.rule.Duplicates.Declaration;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import java.util.TreeMap;

/** Namespace, name and version identify one workflow of the artifact. */
final class DuplicateWorkflowCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    module.workflows().stream()
        .collect(
            groupingBy(
                handlers -> handlers.workflow().orElseThrow().identity(), TreeMap::new, toList()))
        .forEach(
            (identity, same) -> {
              if (same.size() > 1) {
                Duplicates.report(
                    Code.DUPLICATE_WORKFLOW,
                    "workflow '%s' is declared by %d classes.".formatted(identity, same.size()),
                    same.stream().map(DuplicateWorkflowCheck::declaration).toList(),
                    diagnostics);
              }
            });
  }

  private static Declaration declaration(HandlerClass handlers) {
    return new Declaration(
        handlers.workflow().orElseThrow().at(),
        handlers.name().canonicalName(),
        "change the name or the version of one.");
  }
}
