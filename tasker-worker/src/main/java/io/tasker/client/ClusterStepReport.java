package io.tasker.client;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.handler.StepFailure;
import io.tasker.internal.FailureLine;
import io.tasker.internal.UnfitValueException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** A step of a task on a cluster at one moment. */
final class ClusterStepReport implements StepReport {
  private final TaskOnCluster task;
  private final ClusterStep step;
  private final StepState state;
  private final StoredOutcome outcome;

  ClusterStepReport(TaskOnCluster task, ClusterStep step) {
    this.task = task;
    this.step = step;
    this.state = ClusterAnswer.known(step);
    this.outcome = StoredOutcome.of(step.results(), task.codec());
  }

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public StepState state() {
    return state;
  }

  @Override
  public int attempts() {
    return step.attempts();
  }

  @Override
  public Optional<StepFailure> failure() {
    return outcome.failure();
  }

  @Override
  public Map<String, Object> metadata() {
    return outcome.facts();
  }

  @Override
  public JsonNode json() {
    requireResult();
    return outcome.result().deepCopy();
  }

  @Override
  public <T> T result(Class<T> type) {
    return read(type);
  }

  @Override
  public <T> T result(TypeReference<T> type) {
    return read(type.getType());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the type given
  private <T> T read(Type type) {
    requireResult();
    try {
      return (T) task.codec().read(outcome.result(), task.codec().type(type));
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "%s: the result of step '%s' does not fit %s: %s"
              .formatted(task, name(), type.getTypeName(), e.getMessage()),
          e);
    }
  }

  private void requireResult() {
    if (!state.satisfiesDependencies()) {
      throw new IllegalStateException(
          "%s: step '%s' has no result, it is %s%s"
              .formatted(
                  task,
                  name(),
                  state.coreName(),
                  failure().map(why -> " (" + why.message() + ")").orElse("")));
    }
  }

  /** Returns one line that says which attempt failed and why. */
  String failureLine() {
    return "%s: step '%s' failed at attempt %d of %d%s"
        .formatted(
            task,
            name(),
            attempts(),
            step.maxAttempts(),
            failure()
                .map(why -> " " + FailureLine.of(why))
                .orElse(", and the cluster does not say why"));
  }

  @Override
  public String toString() {
    return name() + " " + state.coreName() + " after " + attempts() + " attempts";
  }
}
