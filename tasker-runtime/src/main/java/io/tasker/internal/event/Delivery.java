package io.tasker.internal.event;

import io.tasker.event.DomainEvent;

/**
 * A finished event on its way.
 *
 * @param firing what it came from
 * @param event the event
 */
record Delivery(Firing firing, DomainEvent event) {}
