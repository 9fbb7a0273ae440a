/**
 * What an engine tells others: listeners, about tasks and steps that start, end and wait, for
 * metrics and traces; and publishers, sinks and subscribers, about domain events of steps.
 *
 * <p>This package knows no engine. A listener sees names, numbers and durations; payloads travel in
 * domain events only.
 */
package io.tasker.event;
