package io.tasker.event;

import io.tasker.TaskerException;

/** An event that was not published because its payload breaks its schema or there is no room. */
public final class EventPublishingException extends TaskerException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do; never with values of the payload
   */
  public EventPublishingException(String message) {
    super(message);
  }
}
