package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.handler.StepFailure;
import io.tasker.internal.KeptCheckpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a task holds for one step beside the machine's state. Written by the thread that has the
 * task; the state is published, so that others can look at it and then at what came before it.
 */
final class StepRecord {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(StepRecord.class, "state", StepState.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Nullable StepAttempt attempt;
  @Nullable Cancellable retry;
  @Nullable Object value;
  @Nullable StepFailure failure;
  boolean hasResult;
  Map<String, Object> metadata = Map.of();
  @Nullable KeptCheckpoint checkpoint;

  /** The events that the handler spoke of within the attempt, before it yielded. */
  Set<String> mentioned = Set.of();

  // Steps below may ask for it at the same time, and a tree is not safe to publish otherwise.
  volatile @Nullable JsonNode json;

  @SuppressWarnings("unused") // through STATE
  private @Nullable StepState state;

  private int attempts;

  StepRecord(boolean exists) {
    state = exists ? StepState.PENDING : null;
  }

  void publish(StepState newState, int newAttempts) {
    attempts = newAttempts;
    STATE.setRelease(this, newState);
  }

  /** Returns the state, or null if the step does not exist. */
  @Nullable StepState state() {
    return (StepState) STATE.getAcquire(this);
  }

  int attempts() {
    return attempts;
  }
}
