package io.tasker.engine;

import io.tasker.handler.BatchPlan;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.BatchConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads plans of batches: {@link BatchPlan}, or JSON as Tasker Core takes it. */
final class BatchPlanReader implements ResultReader {
  static final String OUTCOME = "batch_processing_outcome";
  static final String CURSORS = "cursor_configs";

  /** The id of the one batch of a plan without batches. */
  static final String PLACEHOLDER = "000";

  // Each batch is a step, and a task is held in memory.
  private static final long MAX_BATCHES = 100_000;

  private final StepPlan worker;
  private final BatchConfiguration settings;
  private final JacksonCodec codec;

  BatchPlanReader(StepPlan worker, JacksonCodec codec) {
    this.worker = worker;
    this.settings = BatchSettings.of(worker.definition());
    this.codec = codec;
  }

  @Override
  public AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned) {
    int parallelism = settings.parallelism();
    JsonNode result;
    if (returned instanceof BatchPlan<?> plan) {
      result = json(step, plan);
      parallelism = plan.parallelism() > 0 ? plan.parallelism() : parallelism;
    } else {
      result = codec.toTree(returned);
    }
    return AttemptOutcome.success(
        new TaskEvent.BatchesPlanned(step.index(), attempt, ids(step, result), parallelism),
        result);
  }

  private ObjectNode json(StepPlan step, BatchPlan<?> plan) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode outcome = result.putObject(OUTCOME);
    if (plan.totalItems() == 0) {
      outcome.put("type", "no_batches");
      result.put("reason", plan.reason() == null ? "there are no items" : plan.reason());
    } else {
      int size = plan.size() > 0 ? plan.size() : settings.batchSize();
      long count = (plan.totalItems() - 1) / size + 1;
      checkCount(step, count);
      outcome.put("type", "create_batches");
      outcome.put("worker_template_name", worker.name());
      outcome.put("worker_count", count);
      ArrayNode cursors = outcome.putArray(CURSORS);
      for (long start = 0; start < plan.totalItems(); start += size) {
        long end = Math.min(plan.totalItems(), start + size);
        cursors
            .addObject()
            .put("batch_id", "%03d".formatted(cursors.size()))
            .put("start_cursor", start)
            .put("end_cursor", end)
            .put("batch_size", end - start);
      }
      outcome.put("total_items", plan.totalItems());
      result.put("worker_count", count);
      result.put("total_items", plan.totalItems());
      result.put("worker_template", worker.name());
    }
    addFindings(step, plan, result);
    return result;
  }

  private void addFindings(StepPlan step, BatchPlan<?> plan, ObjectNode result) {
    if (plan.found() == null) {
      return;
    }
    JsonNode found = codec.toTree(plan.found());
    if (!found.isObject()) {
      throw InvalidOutcomeException.batch(step, "found what is no JSON object");
    }
    found.properties().stream()
        .filter(field -> !field.getKey().equals(OUTCOME))
        .forEach(field -> result.set(field.getKey(), field.getValue()));
  }

  private List<String> ids(StepPlan step, JsonNode result) {
    JsonNode outcome = result.path(OUTCOME);
    String type = outcome.path("type").asString("");
    if (type.equals("no_batches")) {
      return List.of(PLACEHOLDER);
    }
    JsonNode cursors = outcome.path(CURSORS);
    if (!type.equals("create_batches") || !cursors.isArray() || cursors.isEmpty()) {
      throw InvalidOutcomeException.batch(
          step,
          "is batchable, but its result has no "
              + OUTCOME
              + " of type create_batches, with cursor_configs, or no_batches");
    }
    String named = outcome.path("worker_template_name").asString("");
    if (!named.equals(worker.name())) {
      throw InvalidOutcomeException.batch(
          step, "plans batches for '%s', not for '%s'".formatted(named, worker.name()));
    }
    checkCount(step, cursors.size());
    List<String> ids = new ArrayList<>(cursors.size());
    cursors.forEach(cursor -> ids.add(cursor.path("batch_id").asString("")));
    if (ids.contains("") || ids.stream().distinct().count() < ids.size()) {
      throw InvalidOutcomeException.batch(step, "plans batches without an id of their own");
    }
    return ids;
  }

  private static void checkCount(StepPlan step, long count) {
    if (count > MAX_BATCHES) {
      throw InvalidOutcomeException.batch(
          step, "plans %d batches, more than %d; make them larger".formatted(count, MAX_BATCHES));
    }
  }
}
