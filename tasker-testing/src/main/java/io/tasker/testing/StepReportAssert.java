package io.tasker.testing;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.handler.StepFailure;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a step of a task that has ended. Each failure shows the states of all steps.
 *
 * @param <T> the type of the assertions about the task
 */
public final class StepReportAssert<T> extends AbstractAssert<StepReportAssert<T>, StepReport> {
  private final JsonComparison comparison = new JsonComparison();
  private final T task;
  private final Supplier<String> steps;

  StepReportAssert(StepReport actual, T task, Supplier<String> steps) {
    super(actual, StepReportAssert.class);
    this.task = task;
    this.steps = steps;
  }

  /**
   * Returns to the task.
   *
   * @return the assertions about the task
   */
  public T task() {
    return task;
  }

  /**
   * Verifies that the step has a result.
   *
   * @return this assertion
   */
  public StepReportAssert<T> isComplete() {
    return hasState(StepState.COMPLETE);
  }

  /**
   * Verifies that the step failed and no attempt followed.
   *
   * @return this assertion
   */
  public StepReportAssert<T> isError() {
    return hasState(StepState.ERROR);
  }

  /**
   * Verifies that the step never started, because a step above it failed.
   *
   * @return this assertion
   */
  public StepReportAssert<T> isPending() {
    return hasState(StepState.PENDING);
  }

  /**
   * Verifies how the step ended.
   *
   * @param expected the state
   * @return this assertion
   */
  public StepReportAssert<T> hasState(StepState expected) {
    if (actual.state() != expected) {
      throw fail("be %s, but it is %s".formatted(expected.coreName(), actual.state().coreName()));
    }
    return this;
  }

  /**
   * Verifies how many attempts were started.
   *
   * @param expected the number, 0 for a step that never started
   * @return this assertion
   */
  public StepReportAssert<T> hasAttempts(int expected) {
    if (actual.attempts() != expected) {
      throw fail("have %d attempts, but it has %d".formatted(expected, actual.attempts()));
    }
    return this;
  }

  /**
   * Verifies a value in the result. Numbers are compared by value.
   *
   * @param pointer the JSON pointer of the value; empty for the whole result
   * @param expected the value: a text, a number, a boolean, null, or a record, map or list that is
   *     compared as JSON
   * @return this assertion
   * @throws IllegalArgumentException if the pointer is not one or the value cannot be JSON
   */
  public StepReportAssert<T> hasResult(String pointer, @Nullable Object expected) {
    isComplete();
    String difference = comparison.difference(actual.json(), pointer, expected);
    if (!difference.isEmpty()) {
      throw failure("Step '%s': %s", actual.name(), difference);
    }
    return this;
  }

  /**
   * Verifies that the message of the last failure contains a text.
   *
   * @param part the text
   * @return this assertion
   */
  public StepReportAssert<T> hasMessageContaining(String part) {
    String message = lastFailure().message();
    if (!message.contains(part)) {
      throw fail(
          "have failed with a message containing '%s', but it is '%s'".formatted(part, message));
    }
    return this;
  }

  /**
   * Verifies the code of the last failure.
   *
   * @param expected the code
   * @return this assertion
   */
  public StepReportAssert<T> hasCode(String expected) {
    Optional<String> code = lastFailure().code();
    if (!code.equals(Optional.of(expected))) {
      throw fail(
          "have failed with the code %s, but it is %s".formatted(expected, code.orElse("absent")));
    }
    return this;
  }

  /**
   * Verifies the error type of the last failure.
   *
   * @param expected one of {@link io.tasker.handler.ErrorTypes}, or the handler's own
   * @return this assertion
   */
  public StepReportAssert<T> hasErrorType(String expected) {
    String type = lastFailure().errorType();
    if (!type.equals(expected)) {
      throw fail("have failed with the error type %s, but it is %s".formatted(expected, type));
    }
    return this;
  }

  private StepFailure lastFailure() {
    return actual.failure().orElseThrow(() -> fail("have failed, but no attempt did"));
  }

  private AssertionError fail(String expectation) {
    return failure("Expected step '%s' to %s:%s", actual.name(), expectation, steps.get());
  }
}
