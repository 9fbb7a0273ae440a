package io.tasker.testing;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a task that has ended. Each failure shows the states of all steps.
 *
 * @param <S> the type of the assertions
 * @param <A> the type of the result
 */
public abstract class AbstractTaskResultAssert<
        S extends AbstractTaskResultAssert<S, A>, A extends TaskResult>
    extends AbstractAssert<S, A> {

  /**
   * Creates the assertions.
   *
   * @param actual the result
   * @param self the class of the assertions
   */
  protected AbstractTaskResultAssert(A actual, Class<S> self) {
    super(actual, self);
  }

  /**
   * Verifies that all steps are complete.
   *
   * @return this assertion
   */
  public S isComplete() {
    return hasState(TaskState.COMPLETE);
  }

  /**
   * Verifies that a step failed and nothing more could progress.
   *
   * @return this assertion
   */
  public S isError() {
    return hasState(TaskState.ERROR);
  }

  /**
   * Verifies that the task was cancelled.
   *
   * @return this assertion
   */
  public S isCancelled() {
    return hasState(TaskState.CANCELLED);
  }

  /**
   * Verifies how the task ended.
   *
   * @param expected the state
   * @return this assertion
   */
  public S hasState(TaskState expected) {
    isNotNull();
    if (actual.state() != expected) {
      throw failure(
          "Expected the task to end in %s, but it ended in %s:%s",
          expected.coreName(), actual.state().coreName(), steps());
    }
    return myself;
  }

  /**
   * Verifies that the task has a step and turns to it.
   *
   * <pre>{@code
   * assertThat(result).hasStep("process_payment").isError().hasAttempts(2);
   * }</pre>
   *
   * @param name the name of the step
   * @return the assertions about the step; {@link StepReportAssert#task()} leads back
   */
  public StepReportAssert<S> hasStep(String name) {
    StepReportAssert<S> step = new StepReportAssert<>(step(name), myself, this::steps);
    return info.hasDescription() ? step.as(info.description()) : step;
  }

  /**
   * Verifies that the task has a step which meets some requirements.
   *
   * <pre>{@code
   * assertThat(result)
   *     .hasStep("validate_cart", step -> step.isComplete().hasResult("/total", 118.77))
   *     .hasStep("process_payment", step -> step.isError().hasAttempts(2));
   * }</pre>
   *
   * @param name the name of the step
   * @param requirements what to verify about the step
   * @return this assertion
   */
  public S hasStep(String name, Consumer<StepReportAssert<S>> requirements) {
    requirements.accept(hasStep(name));
    return myself;
  }

  /**
   * Verifies a value in the result of a step. Numbers are compared by value.
   *
   * @param step the name of the step
   * @param pointer the JSON pointer of the value, such as {@code /validated_items/0/sku}; empty for
   *     the whole result
   * @param expected the value: a text, a number, a boolean, null, or a record, map or list that is
   *     compared as JSON
   * @return this assertion
   * @throws IllegalArgumentException if the pointer is not one or the value cannot be JSON
   */
  public S hasResult(String step, String pointer, @Nullable Object expected) {
    hasStep(step).hasResult(pointer, expected);
    return myself;
  }

  /**
   * Verifies that these steps are complete, and no others.
   *
   * @param names the names of the steps in any order
   * @return this assertion
   */
  public S completedSteps(String... names) {
    return hasExactly(StepState.COMPLETE, names);
  }

  /**
   * Verifies that these steps failed for good, and no others.
   *
   * @param names the names of the steps in any order
   * @return this assertion
   */
  public S failedSteps(String... names) {
    return hasExactly(StepState.ERROR, names);
  }

  private S hasExactly(StepState state, String... names) {
    isNotNull();
    for (String name : names) {
      step(name);
    }
    Set<String> expected = new TreeSet<>(List.of(names));
    Set<String> found =
        actual.steps().stream()
            .filter(step -> step.state() == state)
            .map(StepReport::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(expected)) {
      throw failure(
          "Expected the steps in state %s to be %s, but they are %s:%s",
          state.coreName(), expected, found, steps());
    }
    return myself;
  }

  private StepReport step(String name) {
    isNotNull();
    return actual.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> failure("Expected the task to have a step '%s'. Its steps:%s", name, steps()));
  }

  private String steps() {
    return StepTable.of(actual.steps());
  }
}
