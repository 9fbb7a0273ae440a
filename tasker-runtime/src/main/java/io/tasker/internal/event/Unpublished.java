package io.tasker.internal.event;

/**
 * An event that is not published.
 *
 * @param firing the event as it was fired
 * @param where who failed
 * @param cause why
 */
public record Unpublished(Firing firing, String where, Throwable cause) implements Publication {}
