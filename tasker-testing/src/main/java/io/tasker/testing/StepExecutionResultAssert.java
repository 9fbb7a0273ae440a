package io.tasker.testing;

import io.tasker.handler.StepExecutionError;
import io.tasker.handler.StepExecutionResult;
import io.tasker.internal.BatchPlanJson;
import io.tasker.internal.DecisionJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Assertions about the outcome of one call of a handler. Each failure shows the outcome. */
public final class StepExecutionResultAssert
    extends AbstractAssert<StepExecutionResultAssert, StepExecutionResult> {
  private final JsonComparison comparison = new JsonComparison();

  StepExecutionResultAssert(StepExecutionResult actual) {
    super(actual, StepExecutionResultAssert.class);
  }

  /**
   * Verifies that the handler gave a result.
   *
   * @return this assertion
   */
  public StepExecutionResultAssert isSuccess() {
    return check(outcome().success(), "be a success");
  }

  /**
   * Verifies that the handler failed and no further attempt would heal it.
   *
   * @return this assertion
   */
  public StepExecutionResultAssert isPermanentFailure() {
    return check(!outcome().success() && !actual.metadata().retryable(), "be a permanent failure");
  }

  /**
   * Verifies that the handler failed and a further attempt may heal it.
   *
   * @return this assertion
   */
  public StepExecutionResultAssert isRetryableFailure() {
    return check(!outcome().success() && actual.metadata().retryable(), "be a retryable failure");
  }

  /**
   * Verifies a value in the result. Numbers are compared by value.
   *
   * <pre>{@code
   * assertThat(outcome).isSuccess().hasResult("/total", 118.77);
   * }</pre>
   *
   * @param pointer the JSON pointer of the value; empty for the whole result
   * @param expected the value: a text, a number, a boolean, null, or a record, map or list that is
   *     compared as JSON
   * @return this assertion
   * @throws IllegalArgumentException if the pointer is not one or the value cannot be JSON
   */
  public StepExecutionResultAssert hasResult(String pointer, @Nullable Object expected) {
    String difference = comparison.difference(success(), pointer, expected);
    if (!difference.isEmpty()) {
      throw failure("%s", difference);
    }
    return this;
  }

  /**
   * Verifies which branches a decision takes.
   *
   * @param steps the names of the branch steps in any order; none if the decision takes no branch
   * @return this assertion
   */
  public StepExecutionResultAssert hasRoutes(String... steps) {
    JsonNode outcome = success().path(DecisionJson.OUTCOME);
    Set<String> expected = new TreeSet<>(List.of(steps));
    Set<String> taken =
        outcome
            .path("step_names")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new));
    return check(outcome.isObject() && taken.equals(expected), "be a decision for " + expected);
  }

  /**
   * Verifies how many batches an analyzer plans.
   *
   * @param count the number of batches; 0 if it plans none
   * @return this assertion
   */
  public StepExecutionResultAssert hasBatches(int count) {
    JsonNode outcome = success().path(BatchPlanJson.OUTCOME);
    return check(
        outcome.isObject() && outcome.path(BatchPlanJson.CURSORS).size() == count,
        "be a plan of " + count + " batches");
  }

  /**
   * Verifies that a batch worker keeps a checkpoint instead of giving its result.
   *
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @return this assertion
   */
  public StepExecutionResultAssert hasCheckpoint(long cursor, long itemsProcessed) {
    JsonNode progress = success();
    return check(
        Boolean.TRUE.equals(actual.metadata().custom().get("checkpoint_yield"))
            && progress.path("cursor").asLong() == cursor
            && progress.path("items_processed").asLong() == itemsProcessed,
        "be a checkpoint at %d after %d items".formatted(cursor, itemsProcessed));
  }

  private JsonNode success() {
    isSuccess();
    return comparison.json(actual.result());
  }

  /**
   * Verifies the code of the failure.
   *
   * @param expected the code that programs read
   * @return this assertion
   */
  public StepExecutionResultAssert hasCode(String expected) {
    return check(
        Objects.equals(outcome().metadata().errorCode(), expected), "have the code " + expected);
  }

  /**
   * Verifies the error type of the failure.
   *
   * @param expected one of {@link io.tasker.handler.ErrorTypes}, or the handler's own
   * @return this assertion
   */
  public StepExecutionResultAssert hasErrorType(String expected) {
    return check(
        Objects.equals(outcome().metadata().errorType(), expected),
        "have the error type " + expected);
  }

  /**
   * Verifies the message of the failure.
   *
   * @param expected the whole message
   * @return this assertion
   */
  public StepExecutionResultAssert hasMessage(String expected) {
    return check(message().equals(expected), "have the message '" + expected + "'");
  }

  /**
   * Verifies that the message of the failure contains a text.
   *
   * @param part the text
   * @return this assertion
   */
  public StepExecutionResultAssert hasMessageContaining(String part) {
    return check(message().contains(part), "have a message containing '" + part + "'");
  }

  /**
   * Verifies a fact that the handler gave with its failure.
   *
   * @param key the name of the fact
   * @param expected the fact, compared as JSON
   * @return this assertion
   * @throws IllegalArgumentException if the expected fact cannot be JSON
   */
  public StepExecutionResultAssert hasErrorContext(String key, Object expected) {
    Object fact = outcome().metadata().context().get(key);
    return check(
        fact != null && comparison.isSame(comparison.json(fact), expected),
        "have '" + key + "' = " + expected + " in its error context");
  }

  /**
   * Verifies a fact about the run that the handler gave with its result or failure.
   *
   * @param key the name of the fact
   * @param expected the fact, compared as JSON
   * @return this assertion
   * @throws IllegalArgumentException if the expected fact cannot be JSON
   */
  public StepExecutionResultAssert hasMetadata(String key, Object expected) {
    Object fact = outcome().metadata().custom().get(key);
    return check(
        fact != null && comparison.isSame(comparison.json(fact), expected),
        "have '" + key + "' = " + expected + " in its metadata");
  }

  private StepExecutionResult outcome() {
    isNotNull();
    return actual;
  }

  private String message() {
    StepExecutionError error = outcome().error();
    return error == null ? "" : error.message();
  }

  private StepExecutionResultAssert check(boolean holds, String expectation) {
    if (!holds) {
      throw failure("Expected the outcome to %s, but it is %s", expectation, description());
    }
    return this;
  }

  private String description() {
    if (actual.success()) {
      return "a success:%n%s".formatted(comparison.json(actual.result()).toPrettyString());
    }
    return "a %s failure: '%s' (error type %s, code %s, context %s)"
        .formatted(
            actual.metadata().retryable() ? "retryable" : "permanent",
            message(),
            actual.metadata().errorType(),
            actual.metadata().errorCode(),
            actual.metadata().context());
  }
}
