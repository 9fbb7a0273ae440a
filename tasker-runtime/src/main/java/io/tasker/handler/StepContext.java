package io.tasker.handler;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * One attempt of one step, as a handler sees it: who it is, the task's input, the results of all
 * steps above it and the step's configuration. Safe for use by several threads.
 *
 * <p>Values are converted by the same rules as handler parameters: JSON names are snake_case,
 * unknown fields are ignored, numbers are never narrowed, and a result is found whether it was
 * written bare or as {@code {"result": value}}.
 */
public interface StepContext {

  /**
   * Returns the id of the task.
   *
   * @return the id
   */
  UUID taskUuid();

  /**
   * Returns the id of the step within all tasks; the same at each attempt.
   *
   * @return the id
   */
  UUID stepUuid();

  /**
   * Returns the id that ties the task to the request it came from.
   *
   * @return the id
   */
  UUID correlationId();

  /**
   * Returns the namespace of the task's template.
   *
   * @return the namespace
   */
  String namespace();

  /**
   * Returns the name of the task's template.
   *
   * @return the name
   */
  String taskName();

  /**
   * Returns the version of the task's template.
   *
   * @return the version
   */
  String taskVersion();

  /**
   * Returns the name of the step.
   *
   * @return the step name; for one of several batch steps with its number
   */
  String stepName();

  /**
   * Returns the name of the step in the template.
   *
   * @return the name; differs from {@link #stepName()} for batch steps only
   */
  String templateStepName();

  /**
   * Returns the callable of the handler.
   *
   * @return the callable as the template names it
   */
  String handlerName();

  /**
   * Returns the number of this attempt.
   *
   * @return 1 for the first
   */
  int attempt();

  /**
   * Returns the bound of {@link #attempt()}.
   *
   * @return the number of attempts, the first one included
   */
  int maxAttempts();

  /**
   * Returns whether this is not the first attempt.
   *
   * @return true if an attempt failed before
   */
  default boolean isRetry() {
    return attempt() > 1;
  }

  /**
   * Returns whether a failure of this attempt is final.
   *
   * @return true if no attempt follows
   */
  default boolean isLastAttempt() {
    return attempt() >= maxAttempts();
  }

  /**
   * Returns the task's input.
   *
   * @return the input as JSON; an empty object for none
   */
  JsonNode inputs();

  /**
   * Returns the task's input as a record.
   *
   * @param <T> the type of the input
   * @param type the type of the input
   * @return the input
   * @throws PermanentException if the input does not fit the type; the message names all missing
   *     fields
   */
  <T> T inputs(Class<T> type);

  /**
   * Returns a field of the task's input.
   *
   * @param <T> the type of the field
   * @param field the JSON name of the field
   * @param type the type of the field
   * @return the value
   * @throws PermanentException if the field is absent or does not fit the type
   */
  <T> T input(String field, Class<T> type);

  /**
   * Returns a field of the task's input whose type has type arguments.
   *
   * @param <T> the type of the field
   * @param field the JSON name of the field
   * @param type the type of the field
   * @return the value
   * @throws PermanentException if the field is absent or does not fit the type
   */
  <T> T input(String field, TypeReference<T> type);

  /**
   * Returns a field of the task's input, or a default where it is absent or null.
   *
   * @param <T> the type of the field
   * @param field the JSON name of the field
   * @param type the type of the field
   * @param absent the value for an absent field
   * @return the value
   * @throws PermanentException if the field does not fit the type
   */
  <T> T inputOr(String field, Class<T> type, T absent);

  /**
   * Returns the step's configuration, {@code handler.initialization} of the template.
   *
   * @return the configuration; unmodifiable
   */
  Map<String, @Nullable Object> config();

  /**
   * Returns a value of the step's configuration.
   *
   * @param <T> the type of the value
   * @param key the key
   * @param type the type of the value
   * @return the value
   * @throws PermanentException if the key is absent or the value does not fit the type
   */
  <T> T config(String key, Class<T> type);

  /**
   * Returns a value of the step's configuration whose type has type arguments.
   *
   * @param <T> the type of the value
   * @param key the key
   * @param type the type of the value
   * @return the value
   * @throws PermanentException if the key is absent or the value does not fit the type
   */
  <T> T config(String key, TypeReference<T> type);

  /**
   * Returns a value of the step's configuration, or a default where it is absent or null.
   *
   * @param <T> the type of the value
   * @param key the key
   * @param type the type of the value
   * @param absent the value for an absent key
   * @return the value
   * @throws PermanentException if the value does not fit the type
   */
  <T> T configOr(String key, Class<T> type, T absent);

  /**
   * Returns the result of a step above this one, direct dependency or not.
   *
   * @param step the name of the step
   * @return the result as JSON
   * @throws PermanentException if there is no such result
   */
  JsonNode dependency(String step);

  /**
   * Returns the result of a step above this one.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the type of the result
   * @return the result
   * @throws PermanentException if there is no such result or it does not fit the type
   */
  <T> T dependency(String step, Class<T> type);

  /**
   * Returns the result of a step above this one whose type has type arguments.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the type of the result
   * @return the result
   * @throws PermanentException if there is no such result or it does not fit the type
   */
  <T> T dependency(String step, TypeReference<T> type);

  /**
   * Returns one field of the result of a step above this one.
   *
   * @param <T> the type of the field
   * @param step the name of the step
   * @param path the JSON field, with dots into nested objects
   * @param type the type of the field
   * @return the value
   * @throws PermanentException if there is no such result or field, or it does not fit the type
   */
  <T> T dependencyField(String step, String path, Class<T> type);

  /**
   * Returns one field of the result of a step above this one whose type has type arguments.
   *
   * @param <T> the type of the field
   * @param step the name of the step
   * @param path the JSON field, with dots into nested objects
   * @param type the type of the field
   * @return the value
   * @throws PermanentException if there is no such result or field, or it does not fit the type
   */
  <T> T dependencyField(String step, String path, TypeReference<T> type);

  /**
   * Returns the results of the steps above this one whose names start with a prefix, such as those
   * of a batch.
   *
   * @param <T> the type of the results
   * @param prefix the prefix; empty for all
   * @param type the type of the results
   * @return the results by step name, ordered by step name
   * @throws PermanentException if one does not fit the type
   */
  <T> Map<String, T> dependencies(String prefix, Class<T> type);

  /**
   * Returns the results of the steps above this one whose names start with a prefix and whose type
   * has type arguments.
   *
   * @param <T> the type of the results
   * @param prefix the prefix; empty for all
   * @param type the type of the results
   * @return the results by step name, ordered by step name
   * @throws PermanentException if one does not fit the type
   */
  <T> Map<String, T> dependencies(String prefix, TypeReference<T> type);

  /**
   * Returns the steps above this one that have a result.
   *
   * @return the step names, ordered
   */
  Set<String> dependencyNames();

  /**
   * Returns what this one step was given when it was created, such as a batch's bounds.
   *
   * @return the step inputs as JSON; an empty object for none
   */
  JsonNode stepInputs();

  /**
   * Returns what the handler publishes with, beside what the step publishes by itself.
   *
   * @return the publisher of this attempt
   */
  EventPublisher events();

  /**
   * Returns the last checkpoint of this batch.
   *
   * @return the checkpoint; empty if there is none, and for all steps but batches
   */
  default Optional<BatchCheckpoint> checkpoint() {
    return Optional.empty();
  }

  /**
   * Returns whether this batch goes on from a checkpoint.
   *
   * @return true if there is one
   */
  default boolean hasCheckpoint() {
    return checkpoint().isPresent();
  }
}
