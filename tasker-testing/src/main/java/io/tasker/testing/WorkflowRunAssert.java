package io.tasker.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Assertions about a workflow that ran in virtual time. */
public final class WorkflowRunAssert
    extends AbstractTaskResultAssert<WorkflowRunAssert, WorkflowRun> {

  WorkflowRunAssert(WorkflowRun actual) {
    super(actual, WorkflowRunAssert.class);
  }

  /**
   * Verifies which steps started, in the order of their first attempts.
   *
   * @param names the names of all steps that started
   * @return this assertion
   */
  public WorkflowRunAssert startedSteps(String... names) {
    isNotNull();
    List<String> expected = List.of(names);
    if (!actual.startedSteps().equals(expected)) {
      throw failure(
          "Expected the steps to start in the order %s, but they started in the order %s:%s",
          expected, actual.startedSteps(), attempts());
    }
    return this;
  }

  /**
   * Verifies how long the task took in virtual time.
   *
   * @param expected the time, to the nanosecond
   * @return this assertion
   */
  public WorkflowRunAssert hasElapsed(Duration expected) {
    isNotNull();
    if (!actual.elapsed().equals(expected)) {
      throw failure(
          "Expected the task to take %s, but it took %s:%s",
          expected, actual.elapsed(), attempts());
    }
    return this;
  }

  /**
   * Verifies when the attempts of a step started, counted in virtual time from the start of the
   * task.
   *
   * <pre>{@code
   * assertThat(run).hasAttemptsAfter("charge", Duration.ZERO, Duration.ofSeconds(30));
   * }</pre>
   *
   * @param step the name of the step
   * @param expected a time for each attempt
   * @return this assertion
   */
  public WorkflowRunAssert hasAttemptsAfter(String step, Duration... expected) {
    hasStep(step);
    List<Duration> started = actual.attempts(step).stream().map(StepAttempt::startedAfter).toList();
    if (!started.equals(List.of(expected))) {
      throw failure(
          "Expected the attempts of step '%s' to start after %s, but they started after %s:%s",
          step, List.of(expected), started, attempts());
    }
    return this;
  }

  private String attempts() {
    return actual.attempts().stream().map("%n  %s"::formatted).collect(Collectors.joining());
  }
}
