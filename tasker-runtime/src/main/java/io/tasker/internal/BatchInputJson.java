package io.tasker.internal;

import io.tasker.template.BatchConfiguration.FailureStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what one batch is given when it is created, as Tasker Core keeps it with the step. */
public final class BatchInputJson {
  private BatchInputJson() {}

  /**
   * Returns the inputs of a batch.
   *
   * @param config the configuration of the worker step
   * @param cursor the part of the plan that is this batch's
   * @param cursorField the field that cursors count in
   * @param strategy what a failed batch does to the others
   * @param isNoOp true for the placeholder of a plan without batches
   * @param worker the name of the worker step in the template
   * @return the inputs
   */
  public static ObjectNode of(
      JsonNode config,
      JsonNode cursor,
      String cursorField,
      FailureStrategy strategy,
      boolean isNoOp,
      String worker) {
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    config.properties().forEach(entry -> inputs.set(entry.getKey(), entry.getValue()));
    inputs.set("cursor", cursor);
    inputs
        .putObject("batch_metadata")
        .put("cursor_field", cursorField)
        .put("failure_strategy", strategy.yamlName());
    inputs.put("is_no_op", isNoOp);
    inputs.put("__template_step_name", worker);
    return inputs;
  }
}
