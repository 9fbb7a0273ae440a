/**
 * What an engine tells listeners: tasks and steps that start, end and wait, for metrics and traces.
 *
 * <p>This package knows no engine; a listener sees names, numbers and durations, never payloads.
 */
package io.tasker.event;
