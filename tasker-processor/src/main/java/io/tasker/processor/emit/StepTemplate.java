package io.tasker.processor.emit;

import io.tasker.processor.model.Branches;
import io.tasker.processor.model.DurationText;
import io.tasker.processor.model.EventModel;
import io.tasker.processor.model.FanOutModel;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.Upstream;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Turns the handlers of one workflow into the steps of its template. */
final class StepTemplate {
  private final HandlerClass workflow;
  private final Upstream upstream;
  private final Branches branches;

  StepTemplate(HandlerClass workflow) {
    this.workflow = workflow;
    this.upstream = Upstream.of(workflow);
    this.branches = Branches.of(workflow);
  }

  StepDefinition of(HandlerModel handler) {
    Optional<JsonSchema> result = SchemaEmitter.ofWritten(handler.result().value().payload());
    return StepDefinition.step(handler.step(), reference(handler))
        .type(type(handler))
        .dependencies(upstream.of(handler))
        .retry(
            handler
                .settings()
                .retry()
                .or(() -> workflow.settings().retry())
                .map(StepTemplate::retry)
                .orElse(RetryPolicy.DEFAULT))
        .timeout(
            handler
                .settings()
                .timeout()
                .or(() -> workflow.settings().timeout())
                .map(StepTemplate::duration)
                .orElse(null))
        .batch(batch(handler).orElse(null))
        .publishesEvents(
            handler.settings().events().stream()
                .map(event -> event(event, handler, result))
                .toList())
        .resultSchema(result.orElse(null))
        .build();
  }

  private StepType type(HandlerModel handler) {
    return switch (handler.kind()) {
      case DECISION -> StepType.DECISION;
      case BATCH_ANALYZER -> StepType.BATCHABLE;
      case BATCH_WORKER -> StepType.BATCH_WORKER;
      case STANDARD ->
          branches.isConvergence(handler) ? StepType.DEFERRED_CONVERGENCE : StepType.STANDARD;
    };
  }

  private static HandlerReference reference(HandlerModel handler) {
    // Without batches Tasker Core creates the worker by this name.
    Map<String, Object> initialization =
        handler
            .settings()
            .fanOut()
            .map(fanOut -> Map.<String, Object>of("worker_template_name", fanOut.worker().value()))
            .orElse(Map.of());
    return new HandlerReference(
        handler.callable(), handler.names().method(), handler.names().resolver(), initialization);
  }

  /** Returns the configuration that Tasker Core reads from the worker, not from its analyzer. */
  private Optional<BatchConfiguration> batch(HandlerModel handler) {
    return workflow.handlers().stream()
        .filter(analyzer -> analyzer.fansOutTo(handler.step()))
        .flatMap(analyzer -> analyzer.settings().fanOut().stream())
        .map(StepTemplate::batch)
        .findFirst();
  }

  private static BatchConfiguration batch(FanOutModel fanOut) {
    return new BatchConfiguration(
        fanOut.batchSize().value(),
        fanOut.parallelism().value(),
        fanOut.cursorField(),
        fanOut.worker().value(),
        FailureStrategy.valueOf(fanOut.onFailure()));
  }

  private static EventDeclaration event(
      EventModel event, HandlerModel handler, Optional<JsonSchema> result) {
    String description =
        event.description().isEmpty()
            ? "Published by step " + handler.step() + "."
            : event.description();
    return new EventDeclaration(
        event.name().value(),
        description,
        EventDeclaration.Condition.valueOf(event.on()),
        event.carriesResult() && !handler.publishesByHand() ? result : Optional.empty(),
        EventDeclaration.DeliveryMode.valueOf(event.delivery()),
        event.publisher().value());
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
}
