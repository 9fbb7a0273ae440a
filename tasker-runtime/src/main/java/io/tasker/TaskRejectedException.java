package io.tasker;

/** The engine takes no task now: it runs as many as it may, or it is closed. */
public final class TaskRejectedException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final boolean closed;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   * @param closed true if the engine is closed, false if trying again later makes sense
   */
  public TaskRejectedException(String message, boolean closed) {
    super(message);
    this.closed = closed;
  }

  /**
   * Returns whether the engine is closed.
   *
   * @return false if trying again later makes sense
   */
  public boolean isClosed() {
    return closed;
  }
}
