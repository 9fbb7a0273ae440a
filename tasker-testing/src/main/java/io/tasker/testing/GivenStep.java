package io.tasker.testing;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.EventPublisher;
import io.tasker.internal.KeptCheckpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a test gives to one attempt of one step: the task's input, the results of the steps above
 * it, its configuration and which attempt it is.
 *
 * <p>Values travel through JSON as they would on a cluster, unless {@link #jsonRoundTrip} says
 * otherwise. Ids are the same in each test run.
 *
 * @param <S> the type of the builder
 */
public abstract sealed class GivenStep<S extends GivenStep<S>>
    permits HandlerCall, StepContextBuilder {
  final String step;
  final Map<String, @Nullable Object> dependencies = new LinkedHashMap<>();
  final Map<String, List<@Nullable Object>> batchResults = new LinkedHashMap<>();
  final Map<String, Object> config = new LinkedHashMap<>();
  @Nullable GivenBatch batch;
  @Nullable BatchCheckpoint checkpoint;
  Object input = Map.of();
  String namespace = "test";
  String taskName = "test";
  String taskVersion = "1.0.0";
  UUID taskUuid = new UUID(0x7000, 0x8000_0000_0000_0001L);
  UUID stepUuid = new UUID(0x7000, 0x8000_0000_0000_0002L);
  UUID correlationId = new UUID(0x7000, 0x8000_0000_0000_0003L);
  int attempt = 1;
  int maxAttempts = 3;
  boolean isRoundTrip = true;
  EventPublisher events = new EventRecorder();

  GivenStep(String step) {
    this.step = Objects.requireNonNull(step, "step");
  }

  abstract S self();

  /**
   * Sets the task's input.
   *
   * @param value a record, a {@code Map}, a {@code JsonNode} or JSON text
   * @return this builder
   */
  public S input(Object value) {
    input = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Adds the result of a step above this one.
   *
   * @param name the name of the step above
   * @param result what it returned: a record, a map, a list, a JSON node, a scalar (a text is a
   *     text here, not JSON), or null for none
   * @return this builder
   */
  public S dependency(String name, @Nullable Object result) {
    dependencies.put(Objects.requireNonNull(name, "name"), result);
    return self();
  }

  /**
   * Adds the result of a step above this one as JSON text.
   *
   * @param name the name of the step above
   * @param json its result
   * @return this builder
   */
  public S dependencyJson(String name, String json) {
    return dependency(name, GivenTask.CODEC.parse(json));
  }

  /**
   * Adds the results of the batches of a worker step above this one.
   *
   * @param worker the name of the worker step in the template
   * @param results what each batch returned, in order, as {@link #dependency} takes it; none if the
   *     analyzer planned no batches
   * @return this builder
   */
  public S batchResults(String worker, List<?> results) {
    batchResults.put(Objects.requireNonNull(worker, "worker"), new ArrayList<>(results));
    return self();
  }

  /**
   * Makes the step the first batch of a batch worker.
   *
   * @param start the first item of the batch, counted from 0
   * @param end the item after the last one
   * @return this builder
   * @throws IllegalArgumentException if {@code start} is negative or after {@code end}
   */
  public S slice(long start, long end) {
    return slice(GivenBatch.id(1), start, end);
  }

  /**
   * Makes the step a batch of a batch worker. Its cursors count in the field {@code id}.
   *
   * @param batchId the number of the batch in the plan, {@code "001"} for the first
   * @param start the first item of the batch, counted from 0
   * @param end the item after the last one
   * @return this builder
   * @throws IllegalArgumentException if {@code start} is negative or after {@code end}
   */
  public S slice(String batchId, long start, long end) {
    batch = new GivenBatch(Objects.requireNonNull(batchId, "batchId"), start, end);
    return self();
  }

  /**
   * Sets the last checkpoint of the batch.
   *
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @param accumulated what the handler kept with it, as {@link #dependency} takes it; null for
   *     nothing
   * @return this builder
   */
  public S checkpoint(long cursor, long itemsProcessed, @Nullable Object accumulated) {
    checkpoint =
        new KeptCheckpoint(
            cursor,
            itemsProcessed,
            accumulated == null ? null : GivenTask.CODEC.toTree(accumulated),
            GivenTask.CODEC);
    return self();
  }

  /**
   * Adds a value to the step's configuration, {@code handler.initialization} of the template.
   *
   * @param key the key
   * @param value the value
   * @return this builder
   */
  public S config(String key, Object value) {
    config.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return self();
  }

  /**
   * Adds values to the step's configuration.
   *
   * @param values the values by key
   * @return this builder
   */
  public S config(Map<String, ?> values) {
    values.forEach(this::config);
    return self();
  }

  /**
   * Sets which attempt it is.
   *
   * @param number the number, 1 for the first, which is the default
   * @return this builder
   */
  public S attempt(int number) {
    attempt = positive(number, "attempt");
    return self();
  }

  /**
   * Sets the bound of the attempts.
   *
   * @param number the number, the first attempt included; 3 by default
   * @return this builder
   */
  public S maxAttempts(int number) {
    maxAttempts = positive(number, "maxAttempts");
    return self();
  }

  /**
   * Sets the identity of the task's template.
   *
   * @param namespaceName the namespace, {@code test} by default
   * @param name the name, {@code test} by default
   * @param version the version, {@code 1.0.0} by default
   * @return this builder
   */
  public S workflow(String namespaceName, String name, String version) {
    namespace = Objects.requireNonNull(namespaceName, "namespaceName");
    taskName = Objects.requireNonNull(name, "name");
    taskVersion = Objects.requireNonNull(version, "version");
    return self();
  }

  /**
   * Sets the id of the task.
   *
   * @param id the id
   * @return this builder
   */
  public S taskUuid(UUID id) {
    taskUuid = Objects.requireNonNull(id, "id");
    return self();
  }

  /**
   * Sets the id of the step.
   *
   * @param id the id
   * @return this builder
   */
  public S stepUuid(UUID id) {
    stepUuid = Objects.requireNonNull(id, "id");
    return self();
  }

  /**
   * Sets the id that ties the task to the request it came from.
   *
   * @param id the id
   * @return this builder
   */
  public S correlationId(UUID id) {
    correlationId = Objects.requireNonNull(id, "id");
    return self();
  }

  /**
   * Sets what the handler publishes events with.
   *
   * @param publisher the publisher, such as an {@link EventRecorder} to be asked afterwards
   * @return this builder
   */
  public S events(EventPublisher publisher) {
    events = Objects.requireNonNull(publisher, "publisher");
    return self();
  }

  /**
   * Sets whether values travel through JSON, or by reference where the types allow.
   *
   * @param roundTrip true by default, so that what passes here passes on a cluster
   * @return this builder
   */
  public S jsonRoundTrip(boolean roundTrip) {
    isRoundTrip = roundTrip;
    return self();
  }

  /** Returns the name of the step in the task, which is the batch's if it is one. */
  String stepName() {
    return batch == null ? step : GivenBatch.name(step, batch.id());
  }

  static int positive(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + number);
    }
    return number;
  }
}
