package io.tasker.http;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepException;
import io.tasker.handler.StepTimeoutException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What it means to a step that a request got no whole answer. */
final class TransportFailure {
  private static final String NETWORK_ERROR = "network_error";

  private TransportFailure() {}

  /** Returns the failure; what is none of the network is thrown as it is. */
  static StepException of(ApiCall call, Throwable thrown, Duration timeout) {
    Throwable failure = unwrap(thrown);
    if (failure instanceof HttpConnectTimeoutException) {
      return timeout(call, "no connection within the connect timeout", failure);
    }
    if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
      return timeout(call, "no complete answer within " + timeout.toMillis() + " ms", failure);
    }
    if (failure instanceof TooManyRedirectsException) {
      return permanent(
          call,
          "more than " + Redirects.MAX + " redirects, perhaps a loop",
          "TOO_MANY_REDIRECTS",
          failure);
    }
    if (find(failure) instanceof ResponseTooLargeException tooLarge) {
      String what =
          "the body exceeds %d bytes; ask for less or raise maxResponseBytes"
              .formatted(tooLarge.limit());
      return permanent(call, what, "RESPONSE_TOO_LARGE", failure);
    }
    if (failure instanceof IOException) {
      String what = "the connection failed (" + failure.getClass().getSimpleName() + ")";
      return retryable(call, what, "connection_error", "CONNECTION_ERROR", failure);
    }
    throw unexpected(call, failure);
  }

  /** Returns the failure of a caller that was interrupted; the request is cancelled. */
  static StepException interrupted(ApiCall call, InterruptedException cause) {
    return retryable(
        call,
        "the calling thread was interrupted",
        ErrorTypes.RETRYABLE_ERROR,
        "INTERRUPTED",
        cause);
  }

  private static StepException timeout(ApiCall call, String what, Throwable cause) {
    StepTimeoutException failure = new StepTimeoutException(call + ": " + what, cause);
    call.facts().forEach(failure::with);
    return failure.with("classification", NETWORK_ERROR);
  }

  private static StepException retryable(
      ApiCall call, String what, String errorType, String code, Throwable cause) {
    RetryableException failure =
        new RetryableApiException(call + ": " + what, errorType, code, 0, cause);
    call.facts().forEach(failure::with);
    return failure.with("classification", NETWORK_ERROR);
  }

  private static StepException permanent(ApiCall call, String what, String code, Throwable cause) {
    PermanentException failure =
        new PermanentApiException(call + ": " + what, ErrorTypes.PERMANENT_ERROR, code, 0, cause);
    call.facts().forEach(failure::with);
    return failure.with("classification", ErrorTypes.PERMANENT_ERROR);
  }

  private static RuntimeException unexpected(ApiCall call, Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof CancellationException cancellation
        ? cancellation
        : failure instanceof StepException step
            ? step
            : new IllegalStateException(call + ": the HTTP client failed", failure);
  }

  // The JDK wraps what a body subscriber reports, at a depth that differs between its versions.
  private static Throwable find(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof ResponseTooLargeException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
