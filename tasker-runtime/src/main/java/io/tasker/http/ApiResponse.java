package io.tasker.http;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepException;
import io.tasker.internal.JacksonCodec;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a request, read to its end. Immutable.
 *
 * <p>The readings fail with a {@link PermanentApiException} of code {@code INVALID_RESPONSE} that
 * says where the body is not as expected, and never what it holds.
 */
public final class ApiResponse {
  private final ApiCall call;
  private final ApiStatus status;
  private final Map<String, List<String>> headers;
  private final ResponseBody body;
  private final Instant receivedAt;

  ApiResponse(ApiCall call, HttpResponse<byte[]> response, JacksonCodec codec, Instant receivedAt) {
    this.call = call;
    this.status = new ApiStatus(response.statusCode());
    this.headers = response.headers().map();
    this.body =
        new ResponseBody(
            response.body(), response.headers().firstValue("Content-Type").orElse(""), codec);
    this.receivedAt = receivedAt;
  }

  /**
   * Returns the status.
   *
   * @return the three digits
   */
  public int status() {
    return status.code();
  }

  /**
   * Returns what the status means to a step.
   *
   * @return the classification
   */
  public ApiStatus classification() {
    return status;
  }

  /**
   * Returns whether the call succeeded.
   *
   * @return true for 2xx
   */
  public boolean isSuccess() {
    return status.isSuccess();
  }

  /**
   * Returns the headers.
   *
   * @return name to values; names are found in any case; unmodifiable
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * Returns a header.
   *
   * @param name the name, in any case
   * @return the first value, or empty
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * Returns how long the server asks to wait, by {@code Retry-After} in seconds or as a date.
   *
   * @return the wait, at most an hour; empty if the header is absent, in the past or malformed
   */
  public Optional<Duration> retryAfter() {
    return header("Retry-After").flatMap(value -> RetryAfter.parse(value, receivedAt));
  }

  /**
   * Returns the body as it came.
   *
   * @return the bytes, a copy; empty without a body
   */
  public byte[] bytes() {
    return body.bytes();
  }

  /**
   * Returns the body as text, in the charset that the server names, else UTF-8.
   *
   * @return the text; empty without a body
   * @throws PermanentApiException if this JDK does not know the charset
   */
  public String text() {
    return reading(body::text);
  }

  /**
   * Returns the body as JSON.
   *
   * @return the JSON; a missing node without a body
   * @throws PermanentApiException if the body is not JSON
   */
  public JsonNode json() {
    return reading(body::json);
  }

  /**
   * Returns the JSON body as a value. Names are snake_case, unknown fields are ignored, and what
   * does not fit is an error.
   *
   * @param <T> the type
   * @param type the type, for example a record
   * @return the value
   * @throws PermanentApiException if the body is empty, null, not JSON or does not fit
   */
  @SuppressWarnings("unchecked") // by class, but not cast by it: int.class gives an Integer
  public <T> T as(Class<T> type) {
    Objects.requireNonNull(type, "type");
    return (T) reading(() -> body.read(body.json(), type, ""));
  }

  /**
   * Returns the JSON body as a value of a generic type, {@code new TypeReference<List<Order>>()
   * {}}.
   *
   * @param <T> the type
   * @param type the type
   * @return the value
   * @throws PermanentApiException if the body is empty, null, not JSON or does not fit
   */
  @SuppressWarnings("unchecked") // the codec reads the type that the reference captured
  public <T> T as(TypeReference<T> type) {
    return (T) reading(() -> body.read(body.json(), type.getType(), ""));
  }

  /** Returns an item of an array in the body as a value. */
  Object part(JsonNode item, Type type, List<String> array, int index) {
    String where = String.join(".", array) + "[" + index + "]";
    return reading(() -> body.read(item, type, where));
  }

  /**
   * Returns this answer if it is a success.
   *
   * @return this
   * @throws RetryableApiException if the status says that a further attempt may heal it
   * @throws PermanentApiException for any other status that is not 2xx
   */
  public ApiResponse orThrow() {
    if (!isSuccess()) {
      throw failure();
    }
    return this;
  }

  /**
   * Returns what a step fails with after this answer: the code is {@code HTTP_} and the status, the
   * message that of the service, if it sent one as JSON.
   *
   * @return a {@link RetryableApiException} or a {@link PermanentApiException}
   * @throws IllegalStateException if the call succeeded
   */
  public StepException failure() {
    if (isSuccess()) {
      throw new IllegalStateException(this + " is a success");
    }
    return StatusFailure.of(this, call, body);
  }

  /** Returns the failure of a success that is not what it should be. */
  PermanentException invalid(String what) {
    PermanentException failure =
        new PermanentApiException(
            "%s: HTTP %d, but %s".formatted(call, status(), what),
            ErrorTypes.VALIDATION_ERROR,
            "INVALID_RESPONSE",
            status(),
            null);
    failure.with("http_status", status());
    call.facts().forEach(failure::with);
    return failure.with("classification", ErrorTypes.PERMANENT_ERROR);
  }

  private interface Reading<T> {
    T read() throws ResponseBody.UnreadableException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (ResponseBody.UnreadableException e) {
      throw invalid("the body " + e.getMessage());
    }
  }

  /**
   * Returns status, method and URL.
   *
   * @return one line without query, headers and body
   */
  @Override
  public String toString() {
    return "HTTP %d from %s, %d bytes".formatted(status(), call, body.length());
  }
}
