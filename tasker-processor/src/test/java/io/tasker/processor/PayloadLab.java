package io.tasker.processor;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.StepContext;
import io.tasker.internal.InputSchema;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.JsonSchema;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compiles a workflow, runs its handlers and puts what the compiler says about their payloads, the
 * schemas of the template, beside what the codec of the runtime really does.
 */
final class PayloadLab implements AutoCloseable {
  private static final String CLASS =
      """
      package shop;

      import com.fasterxml.jackson.annotation.*;
      import io.tasker.annotation.*;
      import io.tasker.handler.*;
      import java.lang.annotation.*;
      import java.math.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      @Workflow(namespace = "shop", name = "checkout")
      public final class Checkout {
      %s}
      """;

  private final JacksonCodec codec = new JacksonCodec();
  private final Path output;
  private final URLClassLoader loader;
  private final HandlerModule module;
  private final TaskTemplate template;

  PayloadLab(Path folder, String body) throws IOException {
    DirectoryCompiler compiler = new DirectoryCompiler(folder);
    compiler.with("shop.Checkout", CLASS.formatted(body)).compile();
    output = compiler.output();
    loader =
        new URLClassLoader(
            new URL[] {compiler.output().toUri().toURL()}, getClass().getClassLoader());
    module =
        ServiceLoader.load(HandlerModule.class, loader).stream()
            .filter(provider -> provider.type().getClassLoader() == loader)
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElseThrow();
    Path yaml = compiler.output().resolve("META-INF/tasker/templates/shop/checkout-1.0.0.yaml");
    template =
        new TemplateReader().read(yaml.toString(), Files.readString(yaml)).orThrow().template();
  }

  /** Returns the result of a step without parameters, as JSON. */
  JsonNode result(String step) throws Exception {
    return codec.roundTrip(adapter(step).call(new NoArguments()));
  }

  /** Returns what the schema of a step's result says against a value. */
  List<String> problemsOfResult(String step, String json) {
    return InputSchema.of(resultSchema(step), codec).problems(codec.parse(json));
  }

  /** Returns a file of the compiler's output. */
  String file(String path) throws IOException {
    return Files.readString(output.resolve(path));
  }

  /** Returns the fields that a step's result has by its schema. */
  Set<String> fieldsOfResult(String step) {
    return codec
        .toTree(resultSchema(step).orElseThrow().keywords())
        .path("properties")
        .properties()
        .stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<JsonSchema> resultSchema(String step) {
    return template.steps().stream()
        .filter(each -> each.name().equals(step))
        .findFirst()
        .orElseThrow()
        .resultSchema();
  }

  /** Returns what the schema of the input says against a value. */
  List<String> problemsOfInput(String json) {
    return InputSchema.of(template.inputSchema(), codec).problems(codec.parse(json));
  }

  /** Returns whether the only parameter of a step can be read from a value. */
  boolean isRead(String step, String json) {
    return isReadAs(adapter(step).descriptor().parameters().get(0).type(), json);
  }

  /** Returns whether a value can be read as what a step returns. */
  boolean isReadBack(String step, String json) {
    return isReadAs(adapter(step).descriptor().result(), json);
  }

  private boolean isReadAs(JsonType<?> type, String json) {
    try {
      codec.read(codec.parse(json), codec.type(type.type()));
      return true;
    } catch (UnfitValueException e) {
      return false;
    }
  }

  /** Runs the workflow, its values passed by reference or all of them sent through JSON. */
  TaskResult run(boolean throughJson, String input) throws Exception {
    try (TaskEngine engine =
        LocalEngine.builder()
            .registry(HandlerRegistry.load(loader))
            .jsonRoundTrip(throughJson)
            .build()) {
      return engine.submit(TaskRequest.of("shop", "checkout").input(codec.parse(input))).await();
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private StepAdapter adapter(String step) {
    return module.adapters().stream()
        .filter(adapter -> adapter.descriptor().step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private static final class NoArguments implements StepInvocation {
    @Override
    public <T> T argument(Parameter<T> parameter) {
      throw new IllegalStateException("no argument for " + parameter);
    }

    @Override
    public StepContext context() {
      throw new IllegalStateException("no context");
    }
  }
}
