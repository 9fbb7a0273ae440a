package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.Branches;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.TypeText;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class that reads the results of a task: a method for each step that has one. */
final class ClientResults {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);
  private static final ClassName SET = ClassName.get(Set.class);

  private final HandlerClass workflow;
  private final ClassName name;
  private final Branches branches;
  private final NameAllocator methods = new NameAllocator();

  ClientResults(HandlerClass workflow, ClassName name) {
    this.workflow = workflow;
    this.name = name;
    this.branches = Branches.of(workflow);
    AccessorName.TAKEN.forEach(methods::newName);
    methods.newName("orThrow");
    methods.newName("task");
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(GeneratedApi.TYPED_RESULTS, name))
            .addJavadoc("The results of a task.\n")
            .addMethod(constructor());
    for (HandlerModel handler : workflow.handlers()) {
      accessor(handler).ifPresent(type::addMethod);
    }
    return type.build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Reads the results of a task.\n\n@param task a task that has ended\n")
        .addParameter(GeneratedApi.TASK_RESULT, "task")
        .addStatement("super(task)")
        .build();
  }

  private Optional<MethodSpec> accessor(HandlerModel handler) {
    return switch (handler.kind()) {
      case DECISION -> routes(handler.returned().name()).map(routes -> decision(handler, routes));
      case BATCH_WORKER -> analyzer(handler).map(analyzer -> batches(handler, analyzer));
      case STANDARD, BATCH_ANALYZER ->
          isVoid(handler) ? Optional.empty() : Optional.of(value(handler));
    };
  }

  private static boolean isVoid(HandlerModel handler) {
    return handler.result().value().payload().present() instanceof PayloadType.VoidType;
  }

  private MethodSpec value(HandlerModel handler) {
    TypeName type = handler.result().value().name();
    boolean mayBeEmpty = handler.result().value().payload() instanceof PayloadType.OptionalType;
    boolean isConditional = branches.mayNotRun(handler.step());
    TypeName present = mayBeEmpty ? TypeText.present(type) : type;
    if (!mayBeEmpty && !isConditional) {
      return method(handler, "what $L returned")
          .returns(type)
          .addStatement(call("resultOf", handler, present))
          .build();
    }
    String returned =
        isConditional ? "what $L returned, or empty if it did not run" : "what $L returned";
    return method(handler, returned)
        .returns(ParameterizedTypeName.get(OPTIONAL, present.box()))
        .addStatement(call("optionalResultOf", handler, present))
        .build();
  }

  private static CodeBlock call(String method, HandlerModel handler, TypeName type) {
    return CodeBlock.of("return $L($S, $L)", method, handler.step(), JsonTypeCode.of(type.box()));
  }

  private MethodSpec decision(HandlerModel handler, TypeName routes) {
    return method(handler, "the branches that $L took")
        .returns(ParameterizedTypeName.get(SET, routes))
        .addStatement("return branchesOf($S, $T.class)", handler.step(), routes)
        .build();
  }

  private MethodSpec batches(HandlerModel handler, HandlerModel analyzer) {
    TypeName type = handler.result().value().name().box();
    return method(handler, "what $L returned for each batch, in order")
        .returns(ParameterizedTypeName.get(GeneratedApi.BATCH_RESULTS, type))
        .addStatement(
            "return batchResultsOf($S, $S, $L)",
            analyzer.step(),
            handler.step(),
            JsonTypeCode.of(type))
        .build();
  }

  private Optional<HandlerModel> analyzer(HandlerModel worker) {
    return workflow.handlers().stream()
        .filter(handler -> !isVoid(worker) && handler.fansOutTo(worker.step()))
        .findFirst();
  }

  private MethodSpec.Builder method(HandlerModel handler, String returned) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(methods.newName(AccessorName.of(handler.step())))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "{@return " + returned + "}\n",
                MethodLink.of(workflow.name(), handler.methodName()));
    Lints.suppressing(handler.result().value().lints()).ifPresent(method::addAnnotation);
    return method;
  }

  /** Returns the enum of a decision's branches, which may be wrapped. */
  private static Optional<TypeName> routes(TypeName returned) {
    if (!(returned instanceof ParameterizedTypeName type)) {
      return Optional.empty();
    }
    TypeName argument = type.typeArguments().get(0);
    return type.rawType().equals(GeneratedApi.DECISION) ? Optional.of(argument) : routes(argument);
  }
}
