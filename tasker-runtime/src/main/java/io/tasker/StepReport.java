package io.tasker;

import io.tasker.handler.StepFailure;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** A step at one moment. */
public interface StepReport {

  /**
   * Returns the name of the step.
   *
   * @return the name
   */
  String name();

  /**
   * Returns the state of the step.
   *
   * @return the state
   */
  StepState state();

  /**
   * Returns how many attempts were started.
   *
   * @return 0 for a step that never started
   */
  int attempts();

  /**
   * Returns the last failure.
   *
   * @return the failure of the last attempt that failed; empty if none did
   */
  Optional<StepFailure> failure();

  /**
   * Returns the facts about the run that the handler gave beside its result or failure, see {@link
   * io.tasker.handler.StepResult}.
   *
   * @return the facts of the last attempt that ended, by name; unmodifiable
   */
  Map<String, Object> metadata();

  /**
   * Returns the result as JSON.
   *
   * @return the result
   * @throws IllegalArgumentException if the result, which was passed on by reference, cannot be
   *     JSON
   * @throws IllegalStateException if the step is not complete
   */
  JsonNode json();

  /**
   * Returns the result.
   *
   * @param <T> the type of the result
   * @param type the type of the result
   * @return the result; the handler's own object where the type allows
   * @throws IllegalArgumentException if the result does not fit the type
   * @throws IllegalStateException if the step is not complete
   */
  <T> T result(Class<T> type);

  /**
   * Returns the result, where its type has type arguments.
   *
   * @param <T> the type of the result
   * @param type the type of the result
   * @return the result
   * @throws IllegalArgumentException if the result does not fit the type
   * @throws IllegalStateException if the step is not complete
   */
  <T> T result(TypeReference<T> type);
}
