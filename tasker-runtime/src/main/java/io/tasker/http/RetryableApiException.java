package io.tasker.http;

import io.tasker.handler.RetryableException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed and may succeed the next time: by its status, or because the connection
 * failed. The context holds {@code method}, {@code url} without its query, {@code classification}
 * and, if there was an answer, {@code http_status}.
 */
public final class RetryableApiException extends RetryableException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RetryableApiException(
      String message, String errorType, String code, int status, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
    this.status = status;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or empty if there was no answer
   */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
