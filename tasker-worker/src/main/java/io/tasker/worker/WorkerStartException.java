package io.tasker.worker;

import io.tasker.TaskerException;
import org.jspecify.annotations.Nullable;

/** A worker cannot start here and now, though its description is right. */
public final class WorkerStartException extends TaskerException {
  private static final long serialVersionUID = 1L;

  WorkerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
