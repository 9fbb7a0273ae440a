package io.tasker.template.yaml;

import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import java.util.Map;
import java.util.Optional;

/** The keys of a step. */
final class StepShape {
  private StepShape() {}

  static StepDefinition read(Fields fields) {
    String name = fields.requiredText("name");
    StepDefinition.Builder step =
        StepDefinition.step(name, handler(fields))
            .description(fields.text("description"))
            .type(fields.word("type", StepType.class, StepType.STANDARD))
            .dependencies(fields.texts("dependencies"))
            .retry(AttemptShape.retry(fields).orElse(RetryPolicy.DEFAULT))
            .publishesEvents(
                fields.mappings("publishes_events").stream().map(StepShape::event).toList())
            .systemDependency(fields.text("system_dependency"))
            .composition(fields.data("composition"));
    AttemptShape.timeout(fields).ifPresent(step::timeout);
    fields
        .mapping("batch_config")
        .map(mapping -> batch(fields.inner("batch_config", mapping)))
        .ifPresent(step::batch);
    fields.schema("result_schema").ifPresent(step::resultSchema);
    fields.reportUnknown();
    return step.build();
  }

  private static HandlerReference handler(Fields step) {
    Optional<YamlNode.Mapping> mapping = step.requiredMapping("handler");
    if (mapping.isEmpty()) {
      return HandlerReference.to("");
    }
    Fields fields = step.inner("handler", mapping.get());
    HandlerReference handler =
        new HandlerReference(
            fields.requiredText("callable"),
            fields.text("method"),
            fields.text("resolver"),
            fields.data("initialization"));
    fields.reportUnknown();
    return handler;
  }

  private static BatchConfiguration batch(Fields fields) {
    BatchConfiguration batch =
        new BatchConfiguration(
            (int) fields.requiredNumber("batch_size", 0, Integer.MAX_VALUE),
            (int) fields.requiredNumber("parallelism", 0, Integer.MAX_VALUE),
            fields.requiredText("cursor_field"),
            fields.requiredText("worker_template"),
            fields.requiredWord(
                "failure_strategy", FailureStrategy.class, FailureStrategy.CONTINUE_ON_FAILURE));
    fields.reportUnknown();
    return batch;
  }

  private static EventDeclaration event(Fields fields) {
    Map<String, Object> schema =
        fields
            .requiredMapping("schema")
            .map(mapping -> fields.inner("schema", mapping).asData())
            .orElse(Map.of());
    EventDeclaration event =
        new EventDeclaration(
            fields.requiredText("name"),
            fields.requiredText("description"),
            fields.word("condition", Condition.class, Condition.SUCCESS),
            Optional.of(new JsonSchema(schema)),
            fields.word("delivery_mode", DeliveryMode.class, DeliveryMode.DURABLE),
            fields.text("publisher"));
    fields.reportUnknown();
    return event;
  }
}
