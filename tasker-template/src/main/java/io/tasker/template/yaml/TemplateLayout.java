package io.tasker.template.yaml;

import io.tasker.template.BatchConfiguration;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template as keys and values in the order they are written, defaults left out. */
final class TemplateLayout {

  /** A text that is quoted although it need not be: a version has to stay a text when edited. */
  record Quoted(String text) {}

  Map<String, Object> lay(TaskTemplate template) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", template.name());
    keys.put("namespace_name", template.namespace());
    keys.put("version", new Quoted(template.version()));
    putText(keys, "description", template.description());
    putMapping(keys, "metadata", template.metadata());
    putMapping(keys, "system_dependencies", template.systemDependencies());
    putList(keys, "domain_events", template.domainEvents());
    putMapping(keys, "lifecycle", template.lifecycle());
    putSchema(keys, "input_schema", template.inputSchema());
    keys.put("steps", template.steps().stream().map(TemplateLayout::step).toList());
    Map<String, Object> environments = new LinkedHashMap<>();
    template
        .environments()
        .forEach(
            (name, overrides) ->
                environments.put(
                    name,
                    Map.of("steps", overrides.stream().map(TemplateLayout::override).toList())));
    putMapping(keys, "environments", environments);
    return keys;
  }

  private static Map<String, Object> step(StepDefinition step) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", step.name());
    putText(keys, "description", step.description());
    if (step.type() != StepType.STANDARD) {
      keys.put("type", step.type().yamlName());
    }
    putText(keys, "system_dependency", step.systemDependency());
    putList(keys, "dependencies", step.dependencies());
    keys.put("handler", handler(step.handler()));
    if (!step.retry().equals(RetryPolicy.DEFAULT)) {
      keys.put("retry", retry(step.retry()));
    }
    step.timeout().ifPresent(timeout -> keys.put("timeout_seconds", seconds(timeout)));
    step.batch().ifPresent(batch -> keys.put("batch_config", batch(batch)));
    putList(
        keys,
        "publishes_events",
        step.publishesEvents().stream().map(TemplateLayout::event).toList());
    putMapping(keys, "composition", step.composition());
    putSchema(keys, "result_schema", step.resultSchema());
    return keys;
  }

  private static Map<String, Object> handler(HandlerReference handler) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("callable", handler.callable());
    putText(keys, "method", handler.method());
    putText(keys, "resolver", handler.resolver());
    putMapping(keys, "initialization", handler.initialization());
    return keys;
  }

  private static Map<String, Object> retry(RetryPolicy retry) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("retryable", retry.retryable());
    keys.put("max_attempts", retry.maxAttempts());
    keys.put("backoff", retry.backoff().yamlName());
    keys.put("backoff_base_ms", millis(retry.base()));
    keys.put("max_backoff_ms", millis(retry.max()));
    return keys;
  }

  private static Map<String, Object> batch(BatchConfiguration batch) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("batch_size", batch.batchSize());
    keys.put("parallelism", batch.parallelism());
    keys.put("cursor_field", batch.cursorField());
    keys.put("worker_template", batch.workerTemplate());
    keys.put("failure_strategy", batch.failureStrategy().yamlName());
    return keys;
  }

  private static Map<String, Object> event(EventDeclaration event) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", event.name());
    keys.put("description", event.description());
    if (event.condition() != Condition.SUCCESS) {
      keys.put("condition", event.condition().yamlName());
    }
    if (event.deliveryMode() != DeliveryMode.DURABLE) {
      keys.put("delivery_mode", event.deliveryMode().yamlName());
    }
    putText(keys, "publisher", event.publisher());
    keys.put("schema", event.schema().map(JsonSchema::keywords).orElse(Map.of()));
    return keys;
  }

  private static Map<String, Object> override(StepOverride override) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", override.step());
    if (!override.initialization().isEmpty()) {
      keys.put("handler", Map.of("initialization", override.initialization()));
    }
    override.timeout().ifPresent(timeout -> keys.put("timeout_seconds", seconds(timeout)));
    override.retry().ifPresent(retry -> keys.put("retry", retry(retry)));
    return keys;
  }

  private static void putText(Map<String, Object> keys, String key, String text) {
    if (!text.isEmpty()) {
      keys.put(key, text);
    }
  }

  private static void putMapping(Map<String, Object> keys, String key, Map<String, Object> data) {
    if (!data.isEmpty()) {
      keys.put(key, data);
    }
  }

  private static void putList(Map<String, Object> keys, String key, List<?> items) {
    if (!items.isEmpty()) {
      keys.put(key, items);
    }
  }

  private static void putSchema(Map<String, Object> keys, String key, Optional<JsonSchema> schema) {
    schema.ifPresent(present -> keys.put(key, present.keywords()));
  }

  private static long seconds(Duration timeout) {
    return whole(timeout, Duration.ofSeconds(timeout.toSeconds()), timeout.toSeconds(), "seconds");
  }

  private static long millis(Duration wait) {
    return whole(wait, Duration.ofMillis(wait.toMillis()), wait.toMillis(), "milliseconds");
  }

  private static long whole(Duration written, Duration rounded, long number, String unit) {
    if (written.isNegative() || !written.equals(rounded)) {
      throw new IllegalArgumentException("a template holds whole " + unit + ", not " + written);
    }
    return number;
  }
}
