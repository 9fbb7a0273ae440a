package io.tasker.http;

import io.tasker.handler.ValidationException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A client of one HTTP service, for handlers. It speaks JSON, keeps connections open between calls,
 * and turns what goes wrong into the failure that a step should report.
 *
 * <pre>{@code
 * record NewOrder(String customerId, BigDecimal total) {}
 *
 * record Order(String id, String status) {}
 *
 * try (ApiClient api =
 *     ApiClient.builder("https://api.example.com/v1").auth(ApiAuth.bearer(tokens::current)).build()) {
 *   Order created = api.post("orders", new NewOrder("c-1", total)).as(Order.class);
 *
 *   ApiResponse found = api.request("GET", "orders").segment(created.id()).exchange();
 *   boolean isKnown = found.status() != 404;
 *
 *   List<Order> open =
 *       api.request("GET", "orders")
 *           .query("status", "open")
 *           .items(Pagination.byCursor("next_cursor", "cursor").itemsAt("orders"), Order.class)
 *           .toList();
 * }
 * }</pre>
 *
 * <p>A path is taken relative to the base URL, with or without a slash in front: {@code orders} and
 * {@code /orders} are the same. What is no URL character is encoded, {@code %2F} and the like stay;
 * {@code ".."}, other URLs and queries within a path are refused. Values from data belong into
 * {@link ApiRequest#segment} and {@link ApiRequest#query}.
 *
 * <p>Redirects are followed up to five times, never from https to http. Another origin gets neither
 * credentials nor headers of the application's own, and no body.
 *
 * <p>Immutable, safe for use by many threads, and meant to be shared.
 */
public final class ApiClient implements AutoCloseable {
  private static final Pattern METHOD = Pattern.compile("[A-Za-z]+(-[A-Za-z]+)*");

  private final String base;
  private final ApiTransport transport;
  private final RequestHeaders headers;
  private final Duration timeout;

  ApiClient(String base, ApiTransport transport, RequestHeaders headers, Duration timeout) {
    this.base = base;
    this.transport = transport;
    this.headers = headers;
    this.timeout = timeout;
  }

  /**
   * Returns a client without credentials and with the default limits.
   *
   * @param baseUrl the URL of the service, as for {@link #builder}
   * @return the client
   * @throws IllegalArgumentException if it is not such a URL
   */
  public static ApiClient of(String baseUrl) {
    return builder(baseUrl).build();
  }

  /**
   * Starts a client.
   *
   * @param baseUrl the URL of the service, http or https, with a path if all calls share one;
   *     without user, query and fragment
   * @return the builder
   * @throws IllegalArgumentException if it is not such a URL
   */
  public static ApiClientBuilder builder(String baseUrl) {
    return new ApiClientBuilder(baseUrl);
  }

  /**
   * Gets a resource.
   *
   * @param path the path below the base URL
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse get(String path) {
    return request("GET", path).send();
  }

  /**
   * Posts a JSON body.
   *
   * @param path the path below the base URL
   * @param body a record, map, list, scalar or {@code JsonNode}
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse post(String path, Object body) {
    return request("POST", path).json(body).send();
  }

  /**
   * Puts a JSON body.
   *
   * @param path the path below the base URL
   * @param body a record, map, list, scalar or {@code JsonNode}
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse put(String path, Object body) {
    return request("PUT", path).json(body).send();
  }

  /**
   * Patches with a JSON body.
   *
   * @param path the path below the base URL
   * @param body a record, map, list, scalar or {@code JsonNode}
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse patch(String path, Object body) {
    return request("PATCH", path).json(body).send();
  }

  /**
   * Deletes a resource.
   *
   * @param path the path below the base URL
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse delete(String path) {
    return request("DELETE", path).send();
  }

  /**
   * Posts fields and files as {@code multipart/form-data}. Files are read while they are sent.
   *
   * @param path the path below the base URL
   * @param parts the fields and files
   * @return the answer, with status 2xx; failures are those of {@link ApiRequest#send}
   */
  public ApiResponse upload(String path, MultipartBody parts) {
    return request("POST", path).multipart(parts).send();
  }

  /**
   * Starts a request with more than a path and a JSON body: query, headers, other bodies, its own
   * timeout, pages, or an answer of any status.
   *
   * @param method the method, for example {@code GET}
   * @param path the path below the base URL
   * @return the request, not sent yet
   * @throws ValidationException if the path leaves the base URL, has a query or a malformed escape,
   *     or the method is none
   */
  public ApiRequest request(String method, String path) {
    if (!METHOD.matcher(method).matches() || method.equalsIgnoreCase("CONNECT")) {
      throw new ValidationException(
          "\"%s\" is not the method of a request".formatted(method), "INVALID_REQUEST");
    }
    return new ApiRequest(
        transport,
        method.toUpperCase(Locale.ROOT),
        RequestUrl.below(base, Objects.requireNonNull(path, "path")),
        headers,
        RequestBody.NONE,
        timeout);
  }

  /**
   * Closes the client; later requests fail with {@link IllegalStateException}. On JDK 21 and newer
   * this waits for the requests under way and closes their connections at once; before, the JDK
   * closes them when they have been idle.
   */
  @Override
  public void close() {
    transport.close();
  }

  /**
   * Returns the base URL.
   *
   * @return one line without headers and credentials
   */
  @Override
  public String toString() {
    return "ApiClient[" + base + "]";
  }
}
