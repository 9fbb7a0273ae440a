package io.tasker.worker.database;

import java.time.Duration;

/**
 * A message that was received and is not acknowledged yet. It comes again after a while unless it
 * is.
 *
 * @param namespace the namespace whose queue it came from
 * @param messageId its id within the queue
 * @param count how often it was delivered, this time included
 * @param age how long it has been in the queue, by the clock of the database alone
 * @param body the text, as it came
 */
public record Delivery(String namespace, long messageId, int count, Duration age, String body) {}
