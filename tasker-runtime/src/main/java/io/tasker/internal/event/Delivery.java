package io.tasker.internal.event;

import io.tasker.event.DomainEvent;

/**
 * A finished event: its publisher was called and its payload fits the schema.
 *
 * @param firing what it came from
 * @param event the event
 */
public record Delivery(Firing firing, DomainEvent event) implements Publication {}
