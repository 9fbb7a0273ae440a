package io.tasker.internal.event;

/** An event on its way: to its publisher, to those who are to hear of it, or to a report. */
public sealed interface Publication permits Firing, Delivery, Unpublished {

  /**
   * Returns what it came from.
   *
   * @return the event as it was fired
   */
  Firing firing();
}
