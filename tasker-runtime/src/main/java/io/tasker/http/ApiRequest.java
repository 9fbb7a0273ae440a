package io.tasker.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A request that is not sent yet. Immutable: each method returns a new request.
 *
 * <p>What cannot be sent, such as a path that leaves the base URL, is refused with a {@link
 * io.tasker.handler.ValidationException}, which is permanent.
 */
public final class ApiRequest {
  private final ApiTransport transport;
  private final String method;
  private final RequestUrl url;
  private final RequestHeaders headers;
  private final RequestBody body;
  private final Duration timeout;

  ApiRequest(
      ApiTransport transport,
      String method,
      RequestUrl url,
      RequestHeaders headers,
      RequestBody body,
      Duration timeout) {
    this.transport = transport;
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.body = body;
    this.timeout = timeout;
  }

  /**
   * Adds one segment to the path, whatever it holds: {@code request("GET",
   * "orders").segment("a/b")} asks for {@code orders/a%2Fb}.
   *
   * @param value the segment, for example an id; neither empty nor dots
   * @return the longer request
   */
  public ApiRequest segment(Object value) {
    return at(url.segment(value.toString()));
  }

  /**
   * Adds a query parameter. A name may be there more than once.
   *
   * @param name the name; encoded as needed
   * @param value the value; encoded as needed
   * @return the longer request
   */
  public ApiRequest query(String name, Object value) {
    return at(url.plus(Objects.requireNonNull(name, "name"), value.toString()));
  }

  /**
   * Sets a header, in place of one with this name.
   *
   * @param name the name, in any case
   * @param value the value, in ASCII
   * @return the request with the header
   */
  public ApiRequest header(String name, String value) {
    return new ApiRequest(transport, method, url, headers.with(name, value), body, timeout);
  }

  /**
   * Sets a JSON body; names are snake_case.
   *
   * @param value a record, map, list, scalar or {@code JsonNode}
   * @return the request with the body
   */
  public ApiRequest json(Object value) {
    return with(RequestBody.json(transport.codec(), Objects.requireNonNull(value, "value")));
  }

  /**
   * Sets a body of form fields, {@code application/x-www-form-urlencoded}.
   *
   * @param fields name to value
   * @return the request with the body
   */
  public ApiRequest form(Map<String, ?> fields) {
    return with(RequestBody.form(fields));
  }

  /**
   * Sets a body of bytes.
   *
   * @param content the bytes, copied
   * @param contentType the media type
   * @return the request with the body
   */
  public ApiRequest body(byte[] content, String contentType) {
    return with(RequestBody.bytes(content, contentType));
  }

  /**
   * Sets a body of parts.
   *
   * @param parts fields and files
   * @return the request with the body
   */
  public ApiRequest multipart(MultipartBody parts) {
    // Its media type names the boundary, so another one makes no sense.
    return new ApiRequest(
        transport, method, url, headers.without("Content-Type"), parts.toBody(), timeout);
  }

  /**
   * Sets how long the request may take, redirects and body included.
   *
   * @param limit the limit, longer than zero
   * @return the request with the limit
   * @throws IllegalArgumentException if the limit is not positive
   */
  public ApiRequest timeout(Duration limit) {
    return new ApiRequest(
        transport, method, url, headers, body, ApiClientBuilder.positive(limit, "timeout"));
  }

  /**
   * Sends the request and waits for a success.
   *
   * @return the answer, with status 2xx
   * @throws RetryableApiException if the status or the connection says that a further attempt may
   *     heal it, or the thread is interrupted; then its interrupt flag is set and the request is
   *     cancelled
   * @throws io.tasker.handler.StepTimeoutException if it took too long
   * @throws PermanentApiException for another status, a redirect loop or a body that is too long
   */
  public ApiResponse send() {
    return exchange().orThrow();
  }

  /**
   * Sends the request and waits for an answer of any status, so that the handler can decide.
   *
   * @return the answer; the body of a failure is cut at the size limit of the client
   * @throws RetryableApiException if the connection fails or the thread is interrupted, as for
   *     {@link #send}
   * @throws io.tasker.handler.StepTimeoutException if it took too long
   * @throws PermanentApiException for a redirect loop or a body that is too long
   */
  public ApiResponse exchange() {
    return transport.exchange(method, url, headers, body, timeout);
  }

  /**
   * Sends the request without waiting.
   *
   * @return the answer, with status 2xx, or a failure as of {@link #send}; cancelling its future
   *     cancels the request
   */
  public CompletionStage<ApiResponse> sendAsync() {
    return start(ApiResponse::orThrow);
  }

  /**
   * Sends the request without waiting.
   *
   * @return the answer of any status, or a failure as of {@link #exchange}; cancelling its future
   *     cancels the request
   */
  public CompletionStage<ApiResponse> exchangeAsync() {
    return start(UnaryOperator.identity());
  }

  private CompletionStage<ApiResponse> start(UnaryOperator<ApiResponse> ending) {
    return transport.exchangeAsync(method, url, headers, body, timeout, ending);
  }

  /**
   * Reads page after page, each when the stream asks for it. Failures are those of {@link #send}.
   *
   * @param pagination how to get from one page to the next
   * @return the pages in order; sequential
   */
  public Stream<ApiResponse> pages(Pagination pagination) {
    return StreamSupport.stream(new PageSpliterator(this, pagination), false);
  }

  /**
   * Reads the items of page after page, each page when the stream comes to it.
   *
   * @param <T> the type of an item
   * @param pagination how to get from one page to the next, and where the items are
   * @param type the type of an item
   * @return the items in order; sequential
   */
  public <T> Stream<T> items(Pagination pagination, Class<T> type) {
    return pages(pagination).flatMap(page -> pagination.itemsOf(page, type));
  }

  ApiRequest replacingQuery(String name, String value) {
    return at(url.replacing(name, value));
  }

  /** Returns the request of a URL that a server pointed to; empty if that has another origin. */
  Optional<ApiRequest> sameOrigin(String reference) {
    return url.sameOrigin(reference).map(this::at);
  }

  RequestUrl url() {
    return url;
  }

  private ApiRequest at(RequestUrl other) {
    return new ApiRequest(transport, method, other, headers, body, timeout);
  }

  private ApiRequest with(RequestBody other) {
    return new ApiRequest(transport, method, url, headers, other, timeout);
  }

  /**
   * Returns method and URL.
   *
   * @return one line without query, headers and body
   */
  @Override
  public String toString() {
    return method + " " + url.location();
  }
}
