package io.tasker.processor.read;

import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads where the argument of a parameter comes from. */
final class ParameterReader {
  private static final String STEP_CONTEXT = "io.tasker.handler.StepContext";
  private static final String EVENT_PUBLISHER = "io.tasker.handler.EventPublisher";
  private static final String DOMAIN_EVENT = "io.tasker.event.DomainEvent";
  private static final String BATCH_SLICE = "io.tasker.handler.BatchSlice";
  private static final String BATCH_RESULTS = "io.tasker.handler.BatchResults";

  private final Annotations annotations;
  private final JavaTypeReader types;
  private final TypeArguments arguments;

  ParameterReader(Annotations annotations, JavaTypeReader types, TypeArguments arguments) {
    this.annotations = annotations;
    this.types = types;
    this.arguments = arguments;
  }

  ParameterModel read(VariableElement parameter, SourceRef at, PackageElement from) {
    List<AnnotationMirror> sources =
        AnnotationNames.SOURCES.stream()
            .flatMap(name -> Annotations.find(parameter, name).stream())
            .map(AnnotationMirror.class::cast)
            .toList();
    if (sources.size() > 1) {
      List<String> names = sources.stream().map(ParameterReader::simpleName).toList();
      return new ParameterModel.Ambiguous(opaque(parameter, at, from), names);
    }
    if (sources.isEmpty()) {
      return supplied(parameter.asType(), opaque(parameter, at, from));
    }
    return bound(parameter, sources.get(0), at, from);
  }

  private static ParameterModel supplied(TypeMirror type, Slot slot) {
    if (isNamed(type, STEP_CONTEXT)) {
      return new ParameterModel.Context(slot);
    }
    if (isNamed(type, EVENT_PUBLISHER)) {
      return new ParameterModel.Publisher(slot);
    }
    if (isNamed(type, DOMAIN_EVENT)) {
      return new ParameterModel.Event(slot);
    }
    return isNamed(type, BATCH_SLICE)
        ? new ParameterModel.Slice(slot)
        : new ParameterModel.Unbound(slot);
  }

  private ParameterModel bound(
      VariableElement parameter, AnnotationMirror source, SourceRef at, PackageElement from) {
    String annotation = Annotations.nameOf(source);
    if (annotation.equals(AnnotationNames.PROVIDED)) {
      return new ParameterModel.Service(opaque(parameter, at, from));
    }
    if (annotation.equals(AnnotationNames.API)) {
      return new ParameterModel.Api(
          opaque(parameter, at, from), annotations.located(source, "value", at.on(annotation)));
    }
    if (annotation.equals(AnnotationNames.DEPENDS) && isNamed(parameter.asType(), BATCH_RESULTS)) {
      return results(parameter, source, at, from);
    }
    Slot slot = slot(parameter, at, types.payload(parameter.asType(), from));
    SourceRef place = at.on(annotation);
    Located<String> name = annotations.located(source, "value", place);
    if (annotation.equals(AnnotationNames.DEPENDS)) {
      return new ParameterModel.Dependency(slot, name, annotations.located(source, "path", place));
    }
    Optional<Located<String>> defaultValue =
        Annotations.explicit(source, "defaultValue")
            .map(value -> new Located<>(value.toString(), place.value("defaultValue")));
    if (annotation.equals(AnnotationNames.CONFIG)) {
      return new ParameterModel.ConfigValue(slot, name, defaultValue);
    }
    return name.value().isEmpty()
        ? new ParameterModel.WholeInput(slot)
        : new ParameterModel.InputField(slot, name, defaultValue);
  }

  private ParameterModel results(
      VariableElement parameter, AnnotationMirror source, SourceRef at, PackageElement from) {
    SourceRef place = at.on(AnnotationNames.DEPENDS);
    return new ParameterModel.Results(
        opaque(parameter, at, from),
        annotations.located(source, "value", place),
        annotations.located(source, "path", place),
        types.payload(arguments.first((DeclaredType) parameter.asType()), from));
  }

  private Slot opaque(VariableElement parameter, SourceRef at, PackageElement from) {
    return slot(parameter, at, types.opaque(parameter.asType(), from));
  }

  private static Slot slot(VariableElement parameter, SourceRef at, JavaType type) {
    boolean nullable = Annotations.isNullable(parameter, parameter.asType());
    return new Slot(parameter.getSimpleName().toString(), type, nullable, at);
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared && Supertypes.isNamed(declared, name);
  }

  private static String simpleName(AnnotationMirror mirror) {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }
}
