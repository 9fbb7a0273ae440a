package io.tasker.engine;

import io.tasker.handler.BatchPlan;
import io.tasker.internal.BatchPlanJson;
import io.tasker.internal.InvalidOutcomeException;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.BatchConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads plans of batches: {@link BatchPlan}, or JSON as Tasker Core takes it. */
final class BatchPlanReader implements ResultReader {
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
      result = BatchPlanJson.of(step.name(), plan, worker.name(), settings.batchSize(), codec);
      parallelism = plan.parallelism() > 0 ? plan.parallelism() : parallelism;
    } else {
      result = codec.toTree(returned);
    }
    return AttemptOutcome.success(
        new TaskEvent.BatchesPlanned(step.index(), attempt, ids(step, result), parallelism),
        result);
  }

  private List<String> ids(StepPlan step, JsonNode result) {
    JsonNode outcome = result.path(BatchPlanJson.OUTCOME);
    String type = outcome.path("type").asString("");
    if (type.equals("no_batches")) {
      return List.of(BatchPlanJson.PLACEHOLDER);
    }
    JsonNode cursors = outcome.path(BatchPlanJson.CURSORS);
    if (!type.equals("create_batches") || !cursors.isArray() || cursors.isEmpty()) {
      throw InvalidOutcomeException.batch(
          step.name(),
          "is batchable, but its result has no "
              + BatchPlanJson.OUTCOME
              + " of type create_batches, with cursor_configs, or no_batches");
    }
    String named = outcome.path("worker_template_name").asString("");
    if (!named.equals(worker.name())) {
      throw InvalidOutcomeException.batch(
          step.name(), "plans batches for '%s', not for '%s'".formatted(named, worker.name()));
    }
    BatchPlanJson.checkCount(step.name(), cursors.size());
    List<String> ids = new ArrayList<>(cursors.size());
    cursors.forEach(cursor -> ids.add(cursor.path("batch_id").asString("")));
    if (ids.contains("") || ids.stream().distinct().count() < ids.size()) {
      throw InvalidOutcomeException.batch(step.name(), "plans batches without an id of their own");
    }
    return ids;
  }
}
