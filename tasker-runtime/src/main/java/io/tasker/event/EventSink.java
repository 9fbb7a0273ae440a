package io.tasker.event;

/**
 * Takes durable events out of the process: to a queue, a table, a broker. Called on one thread at a
 * time that runs no step, in the order the events were fired. An event waits in memory until the
 * sink returns, so one that must not be lost in a crash needs a durable engine.
 */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes an event over; once this returns, the event counts as published.
   *
   * @param event the event
   * @throws Exception if it cannot; reported to the publisher and the listeners, not tried again
   */
  void accept(DomainEvent event) throws Exception;
}
