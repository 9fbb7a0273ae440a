package io.tasker.internal;

import io.tasker.handler.BatchPlan;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes plans of batches as Tasker Core takes them. */
public final class BatchPlanJson {
  /** The field that holds whether there are batches, and which. */
  public static final String OUTCOME = "batch_processing_outcome";

  /** The field within that holds the batches. */
  public static final String CURSORS = "cursor_configs";

  /** The id of the one batch of a plan without batches. */
  public static final String PLACEHOLDER = "000";

  private BatchPlanJson() {}

  /**
   * Returns the result of a batch analyzer.
   *
   * @param step the name of the step
   * @param plan what its handler returned
   * @param worker the name of the worker step
   * @param batchSize items per batch, where the plan does not say it
   * @param codec the codec
   * @return the JSON: the batches, and what the analyzer found as fields beside them
   * @throws InvalidOutcomeException if there are too many batches, or what it found is no JSON
   *     object
   * @throws UnfitValueException if what it found cannot be JSON
   */
  public static ObjectNode of(
      String step, BatchPlan<?> plan, String worker, int batchSize, JacksonCodec codec) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode outcome = result.putObject(OUTCOME);
    if (plan.totalItems() == 0) {
      outcome.put("type", "no_batches");
      result.put("reason", plan.reason() == null ? "there are no items" : plan.reason());
    } else {
      int size = plan.size() > 0 ? plan.size() : batchSize;
      long count = (plan.totalItems() - 1) / size + 1;
      checkCount(step, count);
      outcome.put("type", "create_batches");
      outcome.put("worker_template_name", worker);
      outcome.put("worker_count", count);
      addCursors(outcome.putArray(CURSORS), plan.totalItems(), size);
      outcome.put("total_items", plan.totalItems());
      result.put("worker_count", count);
      result.put("total_items", plan.totalItems());
      result.put("worker_template", worker);
    }
    addFindings(step, plan, result, codec);
    return result;
  }

  private static void addCursors(ArrayNode cursors, long items, int size) {
    for (long start = 0; start < items; start += size) {
      long end = Math.min(items, start + size);
      cursors
          .addObject()
          .put("batch_id", String.format(Locale.ROOT, "%03d", cursors.size()))
          .put("start_cursor", start)
          .put("end_cursor", end)
          .put("batch_size", end - start);
    }
  }

  private static void addFindings(
      String step, BatchPlan<?> plan, ObjectNode result, JacksonCodec codec) {
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

  /**
   * Checks that there are not more batches than a task may have.
   *
   * @param step the name of the step
   * @param count the number of batches
   * @throws InvalidOutcomeException if there are
   */
  public static void checkCount(String step, long count) {
    if (count > BatchPlan.MAX_BATCHES) {
      throw InvalidOutcomeException.batch(
          step,
          "plans %d batches, more than %d; make them larger"
              .formatted(count, BatchPlan.MAX_BATCHES));
    }
  }
}
