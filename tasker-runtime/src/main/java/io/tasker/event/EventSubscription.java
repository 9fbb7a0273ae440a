package io.tasker.event;

/** A subscriber on an {@link EventBus}, until it is cancelled. */
public interface EventSubscription {

  /**
   * Ends the subscription. Events that wait for the subscriber are dropped; one that it is busy
   * with is not interrupted. A second call does nothing.
   */
  void cancel();

  /**
   * Returns how many events found the subscriber's buffer full.
   *
   * @return the number of events that this subscriber never got for that reason
   */
  long dropped();
}
