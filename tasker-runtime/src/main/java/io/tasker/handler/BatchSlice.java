package io.tasker.handler;

import java.util.Optional;

/**
 * The batch that one instance of a worker step works on. A handler that takes it makes its step a
 * batch worker.
 *
 * <p>Items are counted from 0; {@code end} is not part of the batch.
 */
public interface BatchSlice {

  /**
   * Returns the number of the batch in the plan.
   *
   * @return {@code "001"} for the first, {@code "000"} for the placeholder of a plan without
   *     batches
   */
  String batchId();

  /**
   * Returns the first item of the batch.
   *
   * @return the item's number
   */
  long start();

  /**
   * Returns the item after the last one.
   *
   * @return the item's number
   */
  long end();

  /**
   * Returns the item to begin with: the cursor of the last checkpoint, or {@link #start()}.
   *
   * @return the item's number
   */
  long position();

  /**
   * Returns the last checkpoint.
   *
   * @return the checkpoint, or empty if there is none
   */
  Optional<BatchCheckpoint> checkpoint();

  /**
   * Returns the field that cursors count in, as the template names it.
   *
   * @return the field name
   */
  String cursorField();

  /**
   * Returns the number of items in the batch.
   *
   * @return the number; 0 for the placeholder
   */
  default long size() {
    return end() - start();
  }
}
