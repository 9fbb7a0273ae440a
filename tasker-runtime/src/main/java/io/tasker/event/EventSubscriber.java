package io.tasker.event;

/**
 * Is given domain events, one after the other and in the order they were fired, on a thread that
 * runs no step.
 */
@FunctionalInterface
public interface EventSubscriber {

  /**
   * Takes note of an event.
   *
   * @param event the event
   * @throws Exception whatever goes wrong; reported, and the next event comes all the same
   */
  void receive(DomainEvent event) throws Exception;
}
