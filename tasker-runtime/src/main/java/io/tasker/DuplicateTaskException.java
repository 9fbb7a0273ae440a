package io.tasker;

import java.util.UUID;

/** The task that a request asks for is there already; nothing was started. */
public final class DuplicateTaskException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final UUID existing;

  /**
   * Creates the exception.
   *
   * @param workflow the identity of the workflow
   * @param existing the id of the task that is there
   */
  public DuplicateTaskException(String workflow, UUID existing) {
    super(
        "Task %s of %s was submitted before with the same identity: take that one (engine.find(e.existing()), unless it has ended), or submit with another idempotency key"
            .formatted(existing, workflow));
    this.existing = existing;
  }

  /**
   * Returns the task that is there.
   *
   * @return its id, for {@link TaskEngine#find}; it may have ended
   */
  public UUID existing() {
    return existing;
  }
}
