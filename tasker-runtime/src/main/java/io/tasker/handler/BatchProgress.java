package io.tasker.handler;

import org.jspecify.annotations.Nullable;

/**
 * What an attempt of a batch worker came to: the result, or a checkpoint after which the engine
 * calls the handler again. A checkpoint is kept before the next call and does not count as an
 * attempt.
 *
 * @param <T> the type of the result
 */
public sealed interface BatchProgress<T> {

  /**
   * The batch is done.
   *
   * @param <T> the type of the result
   * @param result the result
   */
  record Done<T>(@Nullable T result) implements BatchProgress<T> {}

  /**
   * Part of the batch is done.
   *
   * @param <T> the type of the result
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @param accumulated what later calls need to know, or null
   */
  record Checkpoint<T>(long cursor, long itemsProcessed, @Nullable Object accumulated)
      implements BatchProgress<T> {

    /** Checks the count. */
    public Checkpoint {
      if (itemsProcessed < 0) {
        throw new IllegalArgumentException(
            "itemsProcessed must not be negative: " + itemsProcessed);
      }
    }
  }

  /**
   * Ends the batch.
   *
   * @param <T> the type of the result
   * @param result the result
   * @return the progress
   */
  static <T> BatchProgress<T> done(@Nullable T result) {
    return new Done<>(result);
  }

  /**
   * Keeps how far the batch has come.
   *
   * @param <T> the type of the result
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @param accumulated what later calls need to know, small; or null
   * @return the progress
   */
  static <T> BatchProgress<T> checkpoint(
      long cursor, long itemsProcessed, @Nullable Object accumulated) {
    return new Checkpoint<>(cursor, itemsProcessed, accumulated);
  }
}
