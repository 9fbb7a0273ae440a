package io.tasker.engine;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.handler.StepFailure;
import io.tasker.internal.FailureLine;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** A step of a task in this JVM at one moment. */
final class LocalStepReport implements StepReport {
  private final CompiledStep step;
  private final StepState state;
  private final int attempts;
  private final @Nullable StepFailure failure;
  private final Map<String, Object> metadata;
  private final LocalTask task;

  private LocalStepReport(
      CompiledStep step,
      StepState state,
      int attempts,
      @Nullable StepFailure failure,
      Map<String, Object> metadata,
      LocalTask task) {
    this.step = step;
    this.state = state;
    this.attempts = attempts;
    this.failure = failure;
    this.metadata = metadata;
    this.task = task;
  }

  /** Returns the report of a step that exists. */
  static StepReport of(CompiledStep step, StepRecord record, LocalTask task) {
    // The state first: it publishes what was written before it.
    StepState state = Objects.requireNonNull(record.state());
    return new LocalStepReport(
        step, state, record.attempts(), record.failure, record.metadata, task);
  }

  @Override
  public String name() {
    return step.plan().name();
  }

  @Override
  public StepState state() {
    return state;
  }

  @Override
  public int attempts() {
    return attempts;
  }

  @Override
  public Optional<StepFailure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public Map<String, Object> metadata() {
    return metadata;
  }

  @Override
  public JsonNode json() {
    requireResult();
    return resultJson().deepCopy();
  }

  @Override
  public <T> T result(Class<T> type) {
    requireResult();
    Object value = task.data().result(step.plan().index());
    boolean isReference = type.isInstance(value) && !(value instanceof JsonNode);
    return isReference ? type.cast(value) : read(type);
  }

  @Override
  public <T> T result(TypeReference<T> type) {
    requireResult();
    return read(type.getType());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the type given
  private <T> T read(Type type) {
    JacksonCodec codec = task.runtime().codec();
    JsonNode json = resultJson();
    try {
      return (T) codec.read(json, codec.type(type));
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "%s: the result of step '%s' does not fit %s: %s"
              .formatted(task, name(), type.getTypeName(), e.getMessage()),
          e);
    }
  }

  // Of a result that was passed on by reference nobody has asked before whether it can be JSON.
  private JsonNode resultJson() {
    try {
      return task.data().resultJson(step.plan().index());
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "%s: the result of step '%s' cannot be JSON: %s".formatted(task, name(), e.getMessage()),
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
                  failure == null ? "" : " (" + failure.message() + ")"));
    }
  }

  /** Returns one line that says which attempt failed and why. */
  String failureLine() {
    StepFailure cause = Objects.requireNonNull(failure);
    return "%s: step '%s' failed at attempt %d of %d %s"
        .formatted(
            task,
            name(),
            attempts,
            step.plan().definition().retry().maxAttempts(),
            FailureLine.of(cause));
  }

  @Override
  public String toString() {
    return name() + " " + state.coreName() + " after " + attempts + " attempts";
  }
}
