package io.tasker.processor.check.lock;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.FieldSignature;
import io.tasker.processor.model.FieldSignatures;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSignature;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.processor.model.WorkflowSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Compares a workflow with what is released of the same version. */
final class LockedWorkflow {
  private static final String IN_FLIGHT = "breaks: tasks in flight";
  private static final String READERS = "breaks: whoever reads the result of a task";
  private static final String CALLERS = "breaks: callers that send what is released";

  private final Lock lock;
  private final HandlerClass handlers;
  private final WorkflowModel workflow;
  private final WorkflowSignature released;
  private final WorkflowSignature now;
  private final List<Problem> problems = new ArrayList<>();

  LockedWorkflow(
      Lock lock, HandlerClass handlers, WorkflowSignature released, WorkflowSignature now) {
    this.lock = lock;
    this.handlers = handlers;
    this.workflow = handlers.workflow().orElseThrow();
    this.released = released;
    this.now = now;
  }

  List<Problem> problems() {
    released.steps().forEach(this::compare);
    for (LockedParts.Change change : LockedParts.taken(released.input(), now.input())) {
      String part = change.path().isEmpty() ? "the input" : "input field " + quoted(change.path());
      report(placeOfInput(change.path()), part, change.text(), CALLERS);
    }
    return problems;
  }

  private void compare(String name, StepSignature step) {
    Optional<HandlerModel> handler =
        handlers.handlers().stream().filter(each -> each.step().equals(name)).findFirst();
    if (handler.isEmpty()) {
      gone(name, step);
      return;
    }
    StepSignature current = now.steps().get(name);
    if (!current.callable().equals(step.callable())) {
      report(
          handler.get().names().callable().at(),
          "step '%s'".formatted(name),
          "calls '%s', but is released with '%s'".formatted(current.callable(), step.callable()),
          IN_FLIGHT + ", whose workers know the released callable");
    }
    if (isNothing(step.result())) {
      return;
    }
    for (LockedParts.Change change : LockedParts.given(step.result(), current.result())) {
      String whole = "the result of step '%s'".formatted(name);
      String part =
          change.path().isEmpty() ? whole : "field %s of ".formatted(quoted(change.path())) + whole;
      report(handler.get().at(), part, change.text(), READERS + ", and steps of tasks in flight");
    }
  }

  private static String quoted(String path) {
    return "'" + path.replaceFirst("^\\.", "") + "'";
  }

  private static boolean isNothing(SortedMap<String, FieldSignature> result) {
    FieldSignature whole = result.get("");
    return whole == null || whole.type().equals(FieldSignatures.NOTHING);
  }

  private void gone(String name, StepSignature step) {
    Optional<HandlerModel> renamed =
        handlers.handlers().stream()
            .filter(each -> !released.steps().containsKey(each.step()))
            .filter(each -> each.callable().equals(step.callable()))
            .findFirst();
    report(
        renamed.map(HandlerModel::at).orElse(workflow.at()),
        "step '%s'".formatted(name),
        renamed.map(each -> "is called '%s' now".formatted(each.step())).orElse("is gone")
            + ", but is released",
        IN_FLIGHT + ", and whoever reads its result");
  }

  private SourceRef placeOfInput(String path) {
    String first = path.replaceFirst("^\\.", "").replaceFirst("[.\\[{].*", "");
    return handlers.handlers().stream()
        .flatMap(handler -> handler.parameters().stream())
        .filter(parameter -> reads(parameter, first))
        .map(parameter -> parameter.slot().at())
        .findFirst()
        .orElse(workflow.at());
  }

  private static boolean reads(ParameterModel parameter, String field) {
    if (parameter instanceof InputField input) {
      return FieldSignatures.part(input.field().value()).equals(field);
    }
    return parameter instanceof WholeInput whole
        && whole.slot().type().payload().present() instanceof ObjectType object
        && object.read().stream()
            .flatMap(each -> each.names().stream())
            .anyMatch(name -> FieldSignatures.part(name).equals(field));
  }

  private void report(SourceRef at, String part, String change, String breaks) {
    problems.add(
        Problem.error(
            Code.LOCKED_SIGNATURE_CHANGED,
            at,
            "%s of workflow '%s' %s (%s)."
                .formatted(part, workflow.identity(), change, lock.file()),
            breaks + ".",
            "fix: put it back, or give @Workflow a new version; if nothing runs or calls this one yet, compile once with -Atasker.lock.update=true."));
  }
}
