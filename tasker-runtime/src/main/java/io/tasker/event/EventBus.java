package io.tasker.event;

/**
 * Carries domain events to subscribers in the same process.
 *
 * <p>Each subscriber has a buffer of its own, so that a slow one holds up neither steps nor other
 * subscribers. An event that finds the buffer full is dropped for that subscriber: those it gets
 * are in order, and the loss is counted, logged and told to {@link EngineListener#eventDropped}.
 */
public interface EventBus {

  /**
   * Adds a subscriber. It gets the events that are fired from now on.
   *
   * @param pattern the names it wants, see {@link EventPattern}
   * @param subscriber the subscriber
   * @return the subscription, to be cancelled when no longer wanted
   * @throws IllegalArgumentException if the pattern is not one
   * @throws IllegalStateException if the engine is closed
   */
  EventSubscription subscribe(String pattern, EventSubscriber subscriber);
}
