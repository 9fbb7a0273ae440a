package io.tasker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A task to run: which workflow, with what input and on whose behalf.
 *
 * <pre>{@code
 * TaskRequest.of("ecommerce", "order_processing").input(order).initiator("web").reason("checkout")
 * }</pre>
 *
 * @param namespace the namespace of the workflow
 * @param name the name of the workflow
 * @param version the version of the workflow, or empty for the newest one registered
 * @param input the input, which must make a JSON object: a record, a {@code Map}, a {@code
 *     JsonNode}, or a {@code String} that holds JSON text
 * @param correlationId the id that ties the task to the request it came from, or empty for the
 *     task's own id
 * @param initiator who asked for it, or empty
 * @param reason why, or empty
 * @param tags words to find it by
 * @param priority higher is more urgent; the local engine runs tasks in the order they came
 * @param idempotencyKey what makes another request with the same key a duplicate, or empty
 */
public record TaskRequest(
    String namespace,
    String name,
    Optional<String> version,
    Object input,
    Optional<UUID> correlationId,
    String initiator,
    String reason,
    List<String> tags,
    int priority,
    Optional<String> idempotencyKey) {

  /** Copies the tags. */
  public TaskRequest {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(initiator, "initiator");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    tags = List.copyOf(tags);
  }

  /**
   * Returns a request with an empty input.
   *
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @return the request
   */
  public static TaskRequest of(String namespace, String name) {
    return new TaskRequest(
        namespace,
        name,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        "",
        "",
        List.of(),
        0,
        Optional.empty());
  }

  /**
   * Returns this request for one version of the workflow.
   *
   * @param exact the version
   * @return the request
   */
  public TaskRequest version(String exact) {
    return new TaskRequest(
        namespace,
        name,
        Optional.of(exact),
        input,
        correlationId,
        initiator,
        reason,
        tags,
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request with an input.
   *
   * @param value a record, a {@code Map}, a {@code JsonNode} or JSON text; not copied, so it must
   *     not change while the task runs
   * @return the request
   */
  public TaskRequest input(Object value) {
    return new TaskRequest(
        namespace,
        name,
        version,
        value,
        correlationId,
        initiator,
        reason,
        tags,
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request with the id that ties the task to the request it came from.
   *
   * @param id the id
   * @return the request
   */
  public TaskRequest correlationId(UUID id) {
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        Optional.of(id),
        initiator,
        reason,
        tags,
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request, saying who asked for the task.
   *
   * @param who a person or system
   * @return the request
   */
  public TaskRequest initiator(String who) {
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        correlationId,
        who,
        reason,
        tags,
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request, saying why the task is wanted.
   *
   * @param why one sentence
   * @return the request
   */
  public TaskRequest reason(String why) {
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        correlationId,
        initiator,
        why,
        tags,
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request with words to find the task by.
   *
   * @param words the tags
   * @return the request
   */
  public TaskRequest tags(String... words) {
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        correlationId,
        initiator,
        reason,
        List.of(words),
        priority,
        idempotencyKey);
  }

  /**
   * Returns this request with a priority.
   *
   * @param value higher is more urgent
   * @return the request
   */
  public TaskRequest priority(int value) {
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        correlationId,
        initiator,
        reason,
        tags,
        value,
        idempotencyKey);
  }

  /**
   * Returns this request with a key that keeps it from being done twice: while the engine remembers
   * a task of the same workflow, version and key, submitting it again is refused.
   *
   * @param key for example the number of the order; not blank
   * @return the request
   * @throws IllegalArgumentException if the key is blank
   * @see DuplicateTaskException
   */
  public TaskRequest idempotencyKey(String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("An idempotency key must not be blank");
    }
    return new TaskRequest(
        namespace,
        name,
        version,
        input,
        correlationId,
        initiator,
        reason,
        tags,
        priority,
        Optional.of(key));
  }

  /** Returns which workflow is to run, without the input, which does not belong into logs. */
  @Override
  public String toString() {
    return namespace + "/" + name + version.map(exact -> "@" + exact).orElse("");
  }
}
