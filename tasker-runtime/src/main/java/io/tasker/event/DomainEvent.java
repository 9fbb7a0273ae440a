package io.tasker.event;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened in the business, told by a step when one of its attempts ended.
 *
 * @param id the id of the event, a UUID of version 7, which sorts by time
 * @param name the name, such as {@code payment.processed}
 * @param version the version of this envelope
 * @param payload the result of the step, or its error; a copy at each call, so that no reader
 *     changes what another one sees
 * @param metadata where the event comes from
 */
public record DomainEvent(
    UUID id, String name, String version, JsonNode payload, EventMetadata metadata) {

  /** The version of the envelope that Tasker Core writes, too. */
  public static final String VERSION = "1.0";

  private static final JacksonCodec CODEC = new JacksonCodec();

  /** Copies the payload. */
  public DomainEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    payload = payload.deepCopy();
    Objects.requireNonNull(metadata, "metadata");
  }

  /**
   * Returns an event as a test of a subscriber needs it.
   *
   * @param name the name
   * @param payload a record, a map, a scalar or a JSON node
   * @param metadata where it comes from
   * @return the event, with a random id
   * @throws IllegalArgumentException if the payload cannot be JSON
   */
  public static DomainEvent of(String name, Object payload, EventMetadata metadata) {
    try {
      return new DomainEvent(UUID.randomUUID(), name, VERSION, CODEC.toTree(payload), metadata);
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "The payload of '%s' cannot be JSON: %s".formatted(name, e.getMessage()), e);
    }
  }

  @Override
  public JsonNode payload() {
    return payload.deepCopy();
  }

  /**
   * Returns the payload as a value of a type.
   *
   * @param <T> the type
   * @param type the type, for example a record with some of the fields
   * @return the payload
   * @throws IllegalArgumentException if the payload does not fit; the message says where
   */
  @SuppressWarnings("unchecked") // read as the type; cast() would refuse a primitive class
  public <T> T payload(Class<T> type) {
    Object value;
    try {
      value = CODEC.read(payload, CODEC.type(type));
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "The payload of '%s' does not fit %s: %s".formatted(name, type.getName(), e.getMessage()),
          e);
    }
    if (value == null) {
      throw new IllegalArgumentException(
          "The payload of '%s' is null, not %s".formatted(name, type.getName()));
    }
    return (T) value;
  }

  /** Returns the event without its payload, which must not end up in a log. */
  @Override
  public String toString() {
    return "%s %s of step '%s' of task %s"
        .formatted(name, id, metadata.stepName(), metadata.taskUuid());
  }
}
