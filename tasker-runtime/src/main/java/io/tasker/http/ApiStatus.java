package io.tasker.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an HTTP status means to a step.
 *
 * <table>
 *   <caption>The meaning of each status</caption>
 *   <tr><th>status</th><th>meaning</th></tr>
 *   <tr><td>2xx</td><td>success</td></tr>
 *   <tr><td>408, 429, 5xx but 501 and 505</td><td>a further attempt may heal it</td></tr>
 *   <tr><td>3xx, 4xx otherwise, 501, 505</td><td>no further attempt can heal it</td></tr>
 * </table>
 *
 * <p>A 5xx status that is not listed counts as 500, as RFC 9110 §15 asks of clients. A 3xx that
 * arrives here is one the client did not follow, and will not the next time.
 *
 * @param code the three digits
 */
public record ApiStatus(int code) {
  private static final Set<Integer> PERMANENT_SERVER_ERRORS = Set.of(501, 505);

  // Those that have an error type of their own in the other languages' workers.
  private enum Known {
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    REQUEST_TIMEOUT(408, "Request Timeout"),
    CONFLICT(409, "Conflict"),
    GONE(410, "Gone"),
    UNPROCESSABLE_ENTITY(422, "Unprocessable Content"),
    RATE_LIMITED(429, "Too Many Requests"),
    INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
    BAD_GATEWAY(502, "Bad Gateway"),
    SERVICE_UNAVAILABLE(503, "Service Unavailable"),
    GATEWAY_TIMEOUT(504, "Gateway Timeout");

    private final int code;
    private final String phrase;

    Known(int code, String phrase) {
      this.code = code;
      this.phrase = phrase;
    }

    private static Optional<Known> of(int code) {
      return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
    }
  }

  private static final Map<Integer, String> OTHER_PHRASES =
      Map.of(
          402, "Payment Required",
          406, "Not Acceptable",
          412, "Precondition Failed",
          413, "Content Too Large",
          415, "Unsupported Media Type",
          501, "Not Implemented",
          505, "HTTP Version Not Supported",
          507, "Insufficient Storage");

  /**
   * Returns whether the call succeeded.
   *
   * @return true for 2xx
   */
  public boolean isSuccess() {
    return code >= 200 && code <= 299;
  }

  /**
   * Returns whether a further attempt may heal the failure.
   *
   * @return true for 408, 429 and 5xx other than 501 and 505
   */
  public boolean isRetryable() {
    boolean isServerError = code >= 500 && code <= 599;
    return code == 408 || code == 429 || (isServerError && !PERMANENT_SERVER_ERRORS.contains(code));
  }

  /**
   * Returns the error type of a step that fails with this status.
   *
   * @return for example {@code not_found} or {@code rate_limited}; {@code client_error} or {@code
   *     server_error} for a status without a type of its own, {@code http_error} for 3xx, {@code
   *     success} for 2xx
   */
  public String errorType() {
    return Known.of(code)
        .map(known -> known.name().toLowerCase(Locale.ROOT))
        .orElseGet(
            () ->
                switch (code / 100) {
                  case 2 -> "success";
                  case 4 -> "client_error";
                  case 5 -> "server_error";
                  default -> "http_error";
                });
  }

  /**
   * Returns the class of the status, in the terms of Tasker Core.
   *
   * @return {@code success}, {@code rate_limited}, {@code transient_error} or {@code
   *     permanent_error}
   */
  public String classification() {
    if (isSuccess()) {
      return "success";
    }
    if (code == 429) {
      return "rate_limited";
    }
    return isRetryable() ? "transient_error" : "permanent_error";
  }

  /**
   * Returns the standard phrase.
   *
   * @return for example {@code Not Found}; the name of the class for a status that is not common
   */
  public String phrase() {
    return Known.of(code)
        .map(known -> known.phrase)
        .or(() -> Optional.ofNullable(OTHER_PHRASES.get(code)))
        .orElseGet(
            () ->
                switch (code / 100) {
                  case 2 -> "Success";
                  case 3 -> "Redirect";
                  case 4 -> "Client Error";
                  case 5 -> "Server Error";
                  default -> "Unknown Status";
                });
  }
}
