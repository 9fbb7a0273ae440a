package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.WorkflowModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Writes the client of a workflow: submits tasks and reads their results, by type. */
public final class ClientEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public ClientEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the client, if the class is a workflow. */
  public void emit(HandlerClass handlers) {
    handlers
        .workflow()
        .ifPresent(
            workflow ->
                emission.writeSource(
                    new Client(handlers, workflow).type(emission),
                    handlers.clientName(),
                    Set.of(handlers.name())));
  }

  /** One client and the names in it. */
  private static final class Client {
    private final HandlerClass handlers;
    private final WorkflowModel workflow;
    private final ClientInput input;
    private final ClassName results;
    private final ClassName inputClass;
    private final String engine;
    private final String argument;
    private final String settings;
    private final String request;

    Client(HandlerClass handlers, WorkflowModel workflow) {
      this.handlers = handlers;
      this.workflow = workflow;
      this.input = ClientInput.of(handlers);
      NameAllocator names = new TakenNames(handlers).allocator();
      this.results = handlers.clientName().nestedClass(names.newName("Results"));
      this.inputClass = handlers.clientName().nestedClass(names.newName("Input"));
      this.engine = names.newName("engine");
      this.argument = names.newName("input");
      this.settings = names.newName("settings");
      this.request = names.newName("request");
    }

    TypeSpec type(Emission emission) {
      TypeSpec.Builder type =
          TypeSpec.classBuilder(handlers.clientName())
              .addModifiers(Modifier.FINAL)
              .superclass(ParameterizedTypeName.get(GeneratedApi.TYPED_CLIENT, results))
              .addJavadoc(
                  "Submits tasks of {@link $T} and reads their results.\n", handlers.name());
      if (handlers.is(HandlerClass.Trait.PUBLIC)) {
        type.addModifiers(Modifier.PUBLIC);
      }
      emission.mark(type, handlers.is(HandlerClass.Trait.IN_NAMED_MODULE), Lints.ofClass(handlers));
      type.addMethod(constructor()).addMethod(submit()).addMethod(submitWithSettings());
      if (input instanceof ClientInput.Fields fields) {
        type.addType(new ClientInputClass(handlers, inputClass, fields).type());
      }
      return type.addType(new ClientResults(handlers, results).type()).build();
    }

    private MethodSpec constructor() {
      return MethodSpec.constructorBuilder()
          .addModifiers(Modifier.PUBLIC)
          .addJavadoc(
              "Creates a client.\n\n@param $L runs the tasks; the caller closes it\n", engine)
          .addParameter(GeneratedApi.TASK_ENGINE, engine)
          .addCode(
              "super(\n$>$>$L,\n$T.of($S, $S).version($S),\n$T::new);\n$<$<",
              engine,
              GeneratedApi.TASK_REQUEST,
              workflow.namespace().value(),
              workflow.name().value(),
              workflow.version().value(),
              results)
          .build();
    }

    private MethodSpec submit() {
      Optional<ParameterSpec> parameter = parameter();
      CodeBlock same = CodeBlock.of("$L -> $L", request, request);
      MethodSpec.Builder submit =
          MethodSpec.methodBuilder("submit")
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc("Submits a task.\n\n")
              .returns(handle());
      addParameter(submit, parameter);
      return submit
          .addJavadoc("@return the task\n@see $T#submit\n", GeneratedApi.TASK_ENGINE)
          .addStatement("return submit($L)", parameter.isPresent() ? argument + ", " + same : same)
          .build();
    }

    private MethodSpec submitWithSettings() {
      MethodSpec.Builder submit =
          MethodSpec.methodBuilder("submit")
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc("Submits a task on someone's behalf, with a key or tags.\n\n")
              .returns(handle());
      addParameter(submit, parameter());
      return submit
          .addJavadoc(
              """
              @param $L adds to the request: {@code request -> request.initiator("web")}
              @return the task
              @see $T#submit
              """,
              settings,
              GeneratedApi.TASK_ENGINE)
          .addParameter(
              ParameterizedTypeName.get(
                  ClassName.get(UnaryOperator.class), GeneratedApi.TASK_REQUEST),
              settings)
          .addStatement("return start($L$L)", input().map(each -> each + ", ").orElse(""), settings)
          .build();
    }

    private void addParameter(MethodSpec.Builder submit, Optional<ParameterSpec> parameter) {
      parameter.ifPresent(
          each ->
              submit
                  .addParameter(each)
                  .addJavadoc("@param $L the input of the task\n", each.name()));
      if (input instanceof ClientInput.Whole whole) {
        Lints.suppressing(whole.lints()).ifPresent(submit::addAnnotation);
      }
    }

    private Optional<ParameterSpec> parameter() {
      return inputType().map(type -> ParameterSpec.builder(type, argument).build());
    }

    private Optional<TypeName> inputType() {
      if (input instanceof ClientInput.None) {
        return Optional.empty();
      }
      if (input instanceof ClientInput.Fields) {
        return Optional.of(inputClass);
      }
      return input instanceof ClientInput.Whole whole
          ? Optional.of(whole.type())
          : Optional.of(
              ParameterizedTypeName.get(
                  ClassName.get(Map.class),
                  ClassName.get(String.class),
                  WildcardTypeName.subtypeOf(Object.class)));
    }

    /** Returns the expression of what the request takes as the input. */
    private Optional<String> input() {
      return parameter()
          .map(each -> input instanceof ClientInput.Fields ? each.name() + ".fields" : each.name());
    }

    private TypeName handle() {
      return ParameterizedTypeName.get(GeneratedApi.TYPED_TASK_HANDLE, results);
    }
  }
}
