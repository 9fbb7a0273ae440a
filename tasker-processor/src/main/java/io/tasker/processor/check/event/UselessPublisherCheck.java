package io.tasker.processor.check.event;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.TemplateSet.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A handler that takes an event publisher is of a step that declares an event. */
final class UselessPublisherCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      workflow.handlers().stream()
          .filter(UselessPublisherCheck::declaresNone)
          .flatMap(handler -> inWorkflow(handler).stream())
          .forEach(diagnostics::report);
    }
    // With events of its own, the handler is told that its template lacks each of them.
    module.templates().handlers().stream()
        .filter(handler -> declaresNone(handler) && !module.isInWorkflow(handler))
        .flatMap(handler -> inTemplates(handler, module.templates().usages(handler)).stream())
        .forEach(diagnostics::report);
  }

  private static boolean declaresNone(HandlerModel handler) {
    return handler.settings().events().isEmpty();
  }

  private static Optional<SourceRef> publisher(HandlerModel handler) {
    return handler.parameters(ParameterModel.Publisher.class).stream()
        .map(parameter -> parameter.slot().at())
        .findFirst();
  }

  private static Optional<Problem> inWorkflow(HandlerModel handler) {
    String fix =
        "fix: add @Publishes(\"%s.done\") to the method, or remove the parameter."
            .formatted(handler.step());
    return publisher(handler).map(at -> problem(at, handler.step(), List.of(fix)));
  }

  private static Optional<Problem> inTemplates(HandlerModel handler, List<Usage> usages) {
    List<Usage> silent =
        usages.stream()
            .filter(usage -> usage.step().definition().publishesEvents().isEmpty())
            .toList();
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    List<String> details = new ArrayList<>(InTemplate.lines(silent));
    details.add(
        "fix: declare the event under publishes_events of the step, or remove the parameter.");
    return publisher(handler).map(at -> problem(at, silent.get(0).step().name(), details));
  }

  private static Problem problem(SourceRef at, String step, List<String> details) {
    return Problem.error(
        Code.USELESS_PUBLISHER,
        at,
        "step '%s' takes an EventPublisher, but declares no event: the first one that it publishes fails its attempt."
            .formatted(step),
        details);
  }
}
