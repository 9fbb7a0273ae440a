package io.tasker.http;

import io.tasker.internal.JacksonCodec;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds an {@link ApiClient}. */
public final class ApiClientBuilder {
  private final String base;
  private RequestHeaders headers =
      RequestHeaders.empty()
          .with("Accept", "application/json, */*;q=0.8")
          .with("User-Agent", "tasker-java");
  private Optional<ApiAuth> auth = Optional.empty();
  private Duration connectTimeout = Duration.ofSeconds(5);
  private Duration requestTimeout = Duration.ofSeconds(20);
  private int maxResponseBytes = 8 * 1024 * 1024;
  private Clock clock = Clock.systemUTC();
  private Consumer<HttpClient.Builder> transport = http -> {};

  ApiClientBuilder(String baseUrl) {
    this.base = base(baseUrl);
  }

  /**
   * Sets a header of every request that does not set it itself.
   *
   * @param name the name, in any case
   * @param value the value, in ASCII
   * @return this builder
   * @throws io.tasker.handler.ValidationException if it is not a header that can be set
   */
  public ApiClientBuilder header(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  /**
   * Sets how to prove who is calling; by default nobody is. A request that sets the header itself
   * keeps its own.
   *
   * @param credentials the credentials
   * @return this builder
   */
  public ApiClientBuilder auth(ApiAuth credentials) {
    auth = Optional.of(credentials);
    return this;
  }

  /**
   * Sets how long opening a connection may take; 5 seconds by default.
   *
   * @param limit the limit, longer than zero
   * @return this builder
   * @throws IllegalArgumentException if the limit is not positive
   */
  public ApiClientBuilder connectTimeout(Duration limit) {
    connectTimeout = positive(limit, "connectTimeout");
    return this;
  }

  /**
   * Sets how long a request may take, redirects and body included; 20 seconds by default, which is
   * below the 30 seconds of a step, so that a slow service is reported by its name.
   *
   * @param limit the limit, longer than zero
   * @return this builder
   * @throws IllegalArgumentException if the limit is not positive
   */
  public ApiClientBuilder requestTimeout(Duration limit) {
    requestTimeout = positive(limit, "requestTimeout");
    return this;
  }

  /**
   * Sets how long a body may be; 8 MiB by default. It is held in memory.
   *
   * @param limit the limit in bytes, more than zero
   * @return this builder
   * @throws IllegalArgumentException if the limit is not positive
   */
  public ApiClientBuilder maxResponseBytes(int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("maxResponseBytes must be positive: " + limit);
    }
    maxResponseBytes = limit;
    return this;
  }

  /**
   * Sets the clock that dates in {@code Retry-After} are compared with.
   *
   * @param source the clock
   * @return this builder
   */
  public ApiClientBuilder clock(Clock source) {
    clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Configures the connection: proxy, TLS, executor, HTTP version. Redirects and the connect
   * timeout are this builder's and are set afterwards.
   *
   * @param settings changes the JDK's builder
   * @return this builder
   */
  public ApiClientBuilder transport(Consumer<HttpClient.Builder> settings) {
    transport = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Builds the client.
   *
   * @return the client; close it when nobody uses it any more
   */
  public ApiClient build() {
    HttpClient.Builder http = HttpClient.newBuilder();
    if (base.startsWith("http:")) {
      // The upgrade to HTTP/2 that the JDK offers on plain connections confuses many servers.
      http.version(HttpClient.Version.HTTP_1_1);
    }
    transport.accept(http);
    http.followRedirects(HttpClient.Redirect.NEVER).connectTimeout(connectTimeout);
    return new ApiClient(
        base,
        new ApiTransport(http.build(), new JacksonCodec(), auth, maxResponseBytes, clock),
        headers,
        requestTimeout);
  }

  static Duration positive(Duration limit, String name) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(name + " must be longer than zero: " + limit);
    }
    return limit;
  }

  // The URL is left out of the messages where it may hold a password.
  private static String base(String baseUrl) {
    URI url;
    try {
      url = new URI(baseUrl);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The base URL of an ApiClient has a character that must be encoded, at index "
              + e.getIndex());
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The base URL of an ApiClient holds a user; use auth(ApiAuth.basic(user, password))");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The base URL of an ApiClient has a query or a fragment; pass parameters per request");
    }
    String scheme = url.getScheme();
    boolean isWeb = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!isWeb || url.getHost() == null) {
      throw new IllegalArgumentException(
          "The base URL of an ApiClient must be like https://api.example.com/v1: " + baseUrl);
    }
    String text = url.normalize().toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
