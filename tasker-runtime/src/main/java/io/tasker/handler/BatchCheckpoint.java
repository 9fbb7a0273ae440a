package io.tasker.handler;

/**
 * How far an instance of a batch worker had come, kept across attempts and, on a cluster, restarts.
 */
public interface BatchCheckpoint {

  /**
   * Returns the item to go on with.
   *
   * @return the item's number
   */
  long cursor();

  /**
   * Returns how many items of the batch are done.
   *
   * @return the number
   */
  long itemsProcessed();

  /**
   * Returns what was accumulated so far.
   *
   * @param <T> the type of the value
   * @param type the type of the value
   * @return the value
   * @throws PermanentException if nothing was accumulated or it does not fit the type
   */
  <T> T accumulated(Class<T> type);
}
