package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.ResultForm;
import io.tasker.processor.model.ResultModel;
import io.tasker.processor.model.TypeText;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what a handler returns, the result within it, and what that makes of the step. */
final class ResultReader {
  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String STEP_RESULT = "io.tasker.handler.StepResult";
  private static final String DECISION = "io.tasker.handler.Decision";
  private static final String BATCH_PLAN = "io.tasker.handler.BatchPlan";
  private static final String BATCH_PROGRESS = "io.tasker.handler.BatchProgress";

  private final TypeArguments arguments;
  private final Supertypes supertypes;
  private final JavaTypeReader types;

  ResultReader(TypeArguments arguments, Supertypes supertypes, JavaTypeReader types) {
    this.arguments = arguments;
    this.supertypes = supertypes;
    this.types = types;
  }

  ResultModel read(TypeMirror returned, PackageElement from) {
    TypeMirror result = unwrapped(unwrapped(returned, STAGE), STEP_RESULT);
    ResultForm form = form(result);
    return new ResultModel(
        types.opaque(returned, from), types.payload(value(result, form), from), form);
  }

  private ResultForm form(TypeMirror result) {
    if (!(result instanceof DeclaredType declared)) {
      return new ResultForm.Value();
    }
    if (Supertypes.isNamed(declared, DECISION)) {
      return routes(arguments.first(declared));
    }
    if (Supertypes.isNamed(declared, BATCH_PLAN)) {
      return new ResultForm.Plan();
    }
    return supertypes.find(declared, BATCH_PROGRESS).isPresent()
        ? new ResultForm.Progress()
        : new ResultForm.Value();
  }

  private static ResultForm routes(TypeMirror type) {
    List<String> constants =
        type instanceof DeclaredType declared
            ? declared.asElement().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList()
            : List.of();
    return new ResultForm.Routes(TypeText.simple(TypeName.get(type)), constants);
  }

  private TypeMirror value(TypeMirror result, ResultForm form) {
    if (form instanceof ResultForm.Routes) {
      // The details of a decision can be anything.
      return arguments.object();
    }
    if (form instanceof ResultForm.Plan) {
      return unwrapped(result, BATCH_PLAN);
    }
    return form instanceof ResultForm.Progress ? unwrapped(result, BATCH_PROGRESS) : result;
  }

  private TypeMirror unwrapped(TypeMirror type, String wrapper) {
    if (!(type instanceof DeclaredType declared)) {
      return type;
    }
    return supertypes.find(declared, wrapper).map(arguments::first).orElse(type);
  }
}
