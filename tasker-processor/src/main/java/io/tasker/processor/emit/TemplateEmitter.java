package io.tasker.processor.emit;

import io.tasker.processor.model.DurationText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import io.tasker.template.yaml.TemplateWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the task template of each workflow. */
public final class TemplateEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public TemplateEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the templates of all workflows, also of those compiled before: a record may differ. */
  public void emit(ModuleModel module) {
    for (HandlerClass handlers : module.workflows()) {
      String resource = handlers.workflow().orElseThrow().templateResource();
      String yaml = new TemplateWriter().write(template(handlers));
      emission.writeResource(resource, yaml, List.of(handlers.name()));
    }
  }

  private static TaskTemplate template(HandlerClass handlers) {
    WorkflowModel workflow = handlers.workflow().orElseThrow();
    List<HandlerModel> ordered = upstreamFirst(handlers.handlers());
    TaskTemplate.Builder template =
        TaskTemplate.template(
                workflow.namespace().value(), workflow.name().value(), workflow.version().value())
            .description(workflow.description())
            .inputSchema(InputSchema.of(ordered).orElse(null));
    ordered.forEach(handler -> template.step(step(handler, handlers)));
    return template.build();
  }

  private static StepDefinition step(HandlerModel handler, HandlerClass handlers) {
    HandlerReference reference =
        new HandlerReference(
            handler.callable(), handler.names().method(), handler.names().resolver(), Map.of());
    return StepDefinition.step(handler.step(), reference)
        .dependencies(dependencies(handler))
        .retry(
            handler
                .settings()
                .retry()
                .or(() -> handlers.settings().retry())
                .map(TemplateEmitter::retry)
                .orElse(RetryPolicy.DEFAULT))
        .timeout(
            handler
                .settings()
                .timeout()
                .or(() -> handlers.settings().timeout())
                .map(TemplateEmitter::duration)
                .orElse(null))
        .resultSchema(SchemaEmitter.of(handler.result().value().payload()).orElse(null))
        .build();
  }

  private static RetryPolicy retry(RetryModel retry) {
    return new RetryPolicy(
        retry.retryable(),
        retry.maxAttempts().value(),
        BackoffStrategy.valueOf(retry.backoff()),
        duration(retry.base()),
        duration(retry.max()));
  }

  private static Duration duration(Located<String> text) {
    return DurationText.parse(text.value()).orElseThrow();
  }

  private static List<String> dependencies(HandlerModel handler) {
    return handler.upstream().stream().map(Located::value).distinct().toList();
  }

  /** Orders steps after those they need, and by name where that leaves a choice. */
  private static List<HandlerModel> upstreamFirst(List<HandlerModel> handlers) {
    Map<String, HandlerModel> byStep = new LinkedHashMap<>();
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (HandlerModel handler : handlers) {
      byStep.put(handler.step(), handler);
      edges.put(handler.step(), dependencies(handler));
    }
    return WorkflowGraph.of(edges).topologicalOrder().stream()
        .map(step -> Objects.requireNonNull(byStep.get(step)))
        .toList();
  }
}
