package io.tasker.worker.database;

/**
 * A message that was received and is not acknowledged yet. It comes again after a while unless it
 * is.
 *
 * @param namespace the namespace whose queue it came from
 * @param messageId its id within the queue
 * @param count how often it was delivered, this time included
 * @param body the text, as it came
 */
public record Delivery(String namespace, long messageId, int count, String body) {}
