package io.tasker.worker.database;

import java.util.UUID;

/**
 * A message about a result that the orchestrator could not take yet.
 *
 * @param task the task of the step
 * @param messageId its id in the queue, where it is hidden
 * @param message the message, as JSON
 */
public record HeldBack(UUID task, long messageId, String message) {}
