package io.tasker.processor.read;

import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.HandlerNames;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.WorkflowModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one handler method. */
final class HandlerReader {
  private final Annotations annotations;
  private final MethodReader methods;
  private final ResultReader results;
  private final SettingsReader settings;

  HandlerReader(Elements elements, Types types, JavaTypeReader javaTypes) {
    this.annotations = new Annotations(elements);
    TypeArguments arguments = new TypeArguments(elements);
    this.methods = new MethodReader(elements, types, annotations, javaTypes, arguments);
    this.results = new ResultReader(arguments, new Supertypes(types), javaTypes);
    this.settings = new SettingsReader(annotations);
  }

  HandlerModel read(ExecutableElement method, Optional<WorkflowModel> workflow) {
    MethodReader.Shape shape = methods.read(method);
    return new HandlerModel(
        shape.at(),
        shape.declaringClass(),
        shape.name(),
        names(method, workflow, shape.at()),
        shape.parameters(),
        results.read(method.getReturnType(), shape.from()),
        settings.read(method, shape.at()),
        shape.traits());
  }

  private HandlerNames names(
      ExecutableElement method, Optional<WorkflowModel> workflow, SourceRef at) {
    Optional<? extends AnnotationMirror> handler =
        Annotations.find(method, AnnotationNames.HANDLER);
    if (handler.isEmpty()) {
      return forgotten(method, workflow, at);
    }
    AnnotationMirror mirror = handler.get();
    SourceRef annotation = at.on(AnnotationNames.HANDLER);
    Located<String> step = annotations.located(mirror, "step", annotation);
    if (step.value().isEmpty()) {
      step = new Located<>(SnakeCase.stepName(method.getSimpleName().toString()), annotation);
    }
    Located<String> callable = annotations.located(mirror, "value", annotation);
    if (callable.value().isEmpty()) {
      callable = new Located<>(callable(step.value(), workflow), annotation);
    }
    return new HandlerNames(
        step,
        callable,
        annotations.text(mirror, "method"),
        annotations.locatedItems(mirror, "aliases", annotation),
        annotations.text(mirror, "resolver"));
  }

  /** Returns the names that a method gets if its annotation is written without any. */
  private static HandlerNames forgotten(
      ExecutableElement method, Optional<WorkflowModel> workflow, SourceRef at) {
    String step = SnakeCase.stepName(method.getSimpleName().toString());
    return new HandlerNames(
        new Located<>(step, at), new Located<>(callable(step, workflow), at), "", List.of(), "");
  }

  private static String callable(String step, Optional<WorkflowModel> workflow) {
    return workflow.map(flow -> flow.namespace().value() + "_" + step).orElse(step);
  }
}
