package io.tasker.http;

import java.io.IOException;

/** A body longer than the client takes. */
final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int limit;

  ResponseTooLargeException(int limit) {
    super("The body exceeds " + limit + " bytes");
    this.limit = limit;
  }

  int limit() {
    return limit;
  }
}
