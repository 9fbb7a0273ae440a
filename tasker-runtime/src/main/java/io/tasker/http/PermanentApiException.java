package io.tasker.http;

import io.tasker.handler.PermanentException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed and will fail again: by its status, or because the answer is not what it
 * should be. The context holds {@code method}, {@code url} without its query, {@code
 * classification} and, if there was an answer, {@code http_status}.
 */
public final class PermanentApiException extends PermanentException {
  private static final long serialVersionUID = 1L;

  private final int status;

  PermanentApiException(
      String message, String errorType, String code, int status, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
    this.status = status;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, which may be a success with a body that cannot be read; empty if there was
   *     no answer
   */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
