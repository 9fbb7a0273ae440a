package io.tasker.processor.read;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.diagnostic.Signatures;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.HandlerNames;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.WorkflowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one handler method. */
final class HandlerReader {
  private final Elements elements;
  private final Types types;
  private final Annotations annotations;
  private final ParameterReader parameters;
  private final ResultReader results;
  private final SettingsReader settings;
  private final MethodTraits traits;

  HandlerReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.annotations = new Annotations(elements);
    JavaTypeReader javaTypes = new JavaTypeReader(elements, new PayloadReader(elements, types));
    TypeArguments arguments = new TypeArguments(elements);
    this.parameters = new ParameterReader(annotations, javaTypes, arguments);
    this.results = new ResultReader(arguments, new Supertypes(types), javaTypes);
    this.settings = new SettingsReader(annotations);
    this.traits = new MethodTraits(elements, types, javaTypes);
  }

  HandlerModel read(ExecutableElement method, Optional<WorkflowModel> workflow) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    PackageElement from = elements.getPackageOf(owner);
    SourceRef at =
        SourceRef.type(owner.getQualifiedName().toString()).inMethod(Signatures.of(method, types));
    List<ParameterModel> read = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      read.add(parameters.read(parameter, at.atParameter(read.size()), from));
    }
    return new HandlerModel(
        at,
        String.join(".", ClassName.get(owner).simpleNames()),
        method.getSimpleName().toString(),
        names(method, workflow, at),
        read,
        results.read(method.getReturnType(), from),
        settings.read(method, at),
        traits.of(method));
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
