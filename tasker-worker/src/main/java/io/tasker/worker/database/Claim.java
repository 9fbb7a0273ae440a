package io.tasker.worker.database;

import java.util.UUID;

/**
 * A step that this worker, and no other, may run.
 *
 * @param message the message it came by
 * @param namespace the namespace of the queue
 * @param token the id of the transition that made it this worker's: whoever has it may write the
 *     result, as long as that transition is the most recent
 * @param sortKey the position of that transition
 */
public record Claim(StepMessage message, String namespace, UUID token, int sortKey) {}
