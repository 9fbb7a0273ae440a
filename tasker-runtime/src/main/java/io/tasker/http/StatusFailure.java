package io.tasker.http;

import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What it means to a step that the answer is not a success. */
final class StatusFailure {
  private StatusFailure() {}

  static StepException of(ApiResponse response, ApiCall call, ResponseBody body) {
    ApiStatus status = response.classification();
    String what = serviceMessage(body, call.redaction()).orElse(status.phrase());
    String message = "HTTP " + status.code() + ": " + what;
    String code = "HTTP_" + status.code();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("http_status", status.code());
    facts.putAll(call.facts());
    facts.put("classification", status.classification());
    if (status.isRetryable()) {
      RetryableException failure =
          new RetryableApiException(message, status.errorType(), code, status.code(), null);
      facts.forEach(failure::with);
      response.retryAfter().ifPresent(failure::retryAfter);
      return failure;
    }
    PermanentException failure =
        new PermanentApiException(message, status.errorType(), code, status.code(), null);
    facts.forEach(failure::with);
    return failure;
  }

  private static Optional<String> serviceMessage(ResponseBody body, Redaction redaction) {
    try {
      return ErrorMessage.in(body.json(), redaction);
    } catch (ResponseBody.UnreadableException e) {
      // Pages of proxies are HTML; the standard phrase says more than a complaint about that.
      return Optional.empty();
    }
  }
}
