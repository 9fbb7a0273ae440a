package io.tasker.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One attempt of one step, with all that it needs from outside. Trees are not to be changed
 * afterwards.
 *
 * @param workflow the workflow
 * @param templateStep the name of the step in the template
 * @param name the name of the step; differs from the one in the template for batches only
 * @param taskUuid the id of the task
 * @param stepUuid the id of the step
 * @param correlationId the correlation id of the task
 * @param attempt the number of the attempt, 1 for the first
 * @param maxAttempts the bound of the attempts, the first included
 * @param input the task's input
 * @param results the results of the steps above, direct dependencies or not; each name once
 * @param batch what the batch was given when it was created, or null for all else
 * @param checkpoint where the batch goes on, or empty
 * @param events what the handler said of the step's events before the batch yielded
 */
public record StepCall(
    RunnableWorkflow workflow,
    String templateStep,
    String name,
    UUID taskUuid,
    UUID stepUuid,
    UUID correlationId,
    int attempt,
    int maxAttempts,
    JsonNode input,
    List<Result> results,
    @Nullable JsonNode batch,
    Optional<Checkpoint> checkpoint,
    EventsByHand events) {

  /**
   * Describes an attempt that begins now.
   *
   * @param workflow the workflow
   * @param templateStep the name of the step in the template
   * @param name the name of the step; differs from the one in the template for batches only
   * @param taskUuid the id of the task
   * @param stepUuid the id of the step
   * @param correlationId the correlation id of the task
   * @param attempt the number of the attempt, 1 for the first
   * @param maxAttempts the bound of the attempts, the first included
   * @param input the task's input
   * @param results the results of the steps above, direct dependencies or not; each name once
   * @param batch what the batch was given when it was created, or null for all else
   * @param checkpoint where the batch goes on, or empty
   */
  public StepCall(
      RunnableWorkflow workflow,
      String templateStep,
      String name,
      UUID taskUuid,
      UUID stepUuid,
      UUID correlationId,
      int attempt,
      int maxAttempts,
      JsonNode input,
      List<Result> results,
      @Nullable JsonNode batch,
      Optional<Checkpoint> checkpoint) {
    this(
        workflow,
        templateStep,
        name,
        taskUuid,
        stepUuid,
        correlationId,
        attempt,
        maxAttempts,
        input,
        results,
        batch,
        checkpoint,
        EventsByHand.NONE);
  }

  /** Copies the results. */
  public StepCall {
    Objects.requireNonNull(workflow, "workflow");
    Objects.requireNonNull(templateStep, "templateStep");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(taskUuid, "taskUuid");
    Objects.requireNonNull(stepUuid, "stepUuid");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(checkpoint, "checkpoint");
    Objects.requireNonNull(events, "events");
    results = List.copyOf(results);
  }

  /**
   * The result of a step above.
   *
   * @param step the name of the step
   * @param templateStep its name in the template; differs for batches only
   * @param isNoOp true for the placeholder of a plan without batches
   * @param value the result
   */
  public record Result(String step, String templateStep, boolean isNoOp, JsonNode value) {}

  /**
   * Where a batch goes on.
   *
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @param accumulated what was accumulated, or null for nothing
   */
  public record Checkpoint(long cursor, long itemsProcessed, @Nullable JsonNode accumulated) {}

  /**
   * Returns this call as it goes on from where its batch has yielded.
   *
   * @param yielded how far it got
   * @return the call
   */
  public StepCall from(StepEnd.Yielded yielded) {
    return new StepCall(
        workflow,
        templateStep,
        name,
        taskUuid,
        stepUuid,
        correlationId,
        attempt,
        maxAttempts,
        input,
        results,
        batch,
        Optional.of(yielded.checkpoint()),
        yielded.events());
  }
}
