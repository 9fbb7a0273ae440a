package io.tasker.http;

import io.tasker.handler.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How a client proves who is calling.
 *
 * <p>The secret goes to the origin of the base URL and to no other. It is in no {@code toString},
 * log line or failure. A function is called once for each request, on the calling thread, so that
 * tokens can rotate; what it throws reaches the caller.
 */
public final class ApiAuth {
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]+");

  private final String kind;
  private final boolean inQuery;
  private final String name;
  private final String prefix;
  private final Supplier<String> secret;
  private final List<String> furtherSecrets;

  private ApiAuth(
      String kind,
      boolean inQuery,
      String name,
      String prefix,
      Supplier<String> secret,
      List<String> furtherSecrets) {
    this.kind = kind;
    this.inQuery = inQuery;
    this.name = Objects.requireNonNull(name, "name");
    this.prefix = prefix;
    this.secret = Objects.requireNonNull(secret, "secret");
    this.furtherSecrets = furtherSecrets;
  }

  /**
   * Returns a fixed bearer token.
   *
   * @param token the token
   * @return the header {@code Authorization: Bearer …}
   * @throws ConfigurationException if the token is empty or has a line break or a character outside
   *     ASCII
   */
  public static ApiAuth bearer(String token) {
    return bearer(constant(token));
  }

  /**
   * Returns a bearer token that changes.
   *
   * @param token gives the token that is valid now
   * @return the header {@code Authorization: Bearer …}
   */
  public static ApiAuth bearer(Supplier<String> token) {
    return new ApiAuth("bearer token", false, "Authorization", "Bearer ", token, List.of());
  }

  /**
   * Returns a user name and a password.
   *
   * @param user the name; it has no colon
   * @param password the password; encoded as UTF-8
   * @return the header {@code Authorization: Basic …}
   * @throws ConfigurationException if the name has a colon
   */
  public static ApiAuth basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new ConfigurationException("The user name of basic authentication has a colon");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(pair);
    return new ApiAuth("basic", false, "Authorization", "Basic ", () -> encoded, List.of(password));
  }

  /**
   * Returns a key in the header {@code X-API-Key}.
   *
   * @param key the key
   * @return the header
   * @throws ConfigurationException if the key is empty or has a line break or a character outside
   *     ASCII
   */
  public static ApiAuth apiKey(String key) {
    return apiKey("X-API-Key", constant(key));
  }

  /**
   * Returns a key in a header.
   *
   * @param header the name of the header
   * @param key gives the key that is valid now
   * @return the header
   */
  public static ApiAuth apiKey(String header, Supplier<String> key) {
    return new ApiAuth("API key", false, header, "", key, List.of());
  }

  /**
   * Returns a key in the query, for services that know no other way. URLs end up in the logs of
   * proxies and servers; prefer a header.
   *
   * @param parameter the name of the query parameter
   * @param key gives the key that is valid now
   * @return the query parameter
   */
  public static ApiAuth apiKeyInQuery(String parameter, Supplier<String> key) {
    return new ApiAuth("API key", true, parameter, "", key, List.of());
  }

  private static Supplier<String> constant(String value) {
    checkVisible("secret", value);
    return () -> value;
  }

  /** Returns the secret of the request being made. */
  String secretNow() {
    String value = secret.get();
    checkVisible(kind, value);
    return value;
  }

  RequestUrl sign(RequestUrl url, String secretNow) {
    return inQuery && !url.has(name) ? url.plus(name, secretNow) : url;
  }

  RequestHeaders sign(RequestHeaders headers, String secretNow) {
    return inQuery ? headers : headers.withDefault(name, prefix + secretNow);
  }

  Redaction redaction(String secretNow) {
    return furtherSecrets.isEmpty()
        ? new Redaction(List.of(secretNow))
        : new Redaction(List.of(secretNow, furtherSecrets.get(0)));
  }

  // A token read from a file often ends with a line break, and the JDK would quote it whole.
  private static void checkVisible(String kind, String value) {
    if (!VISIBLE.matcher(Objects.requireNonNull(value, kind)).matches()) {
      throw new ConfigurationException(
          "The %s of an ApiClient is empty or has a line break or a character outside ASCII"
              .formatted(kind));
    }
  }

  /**
   * Returns the kind, without the secret.
   *
   * @return for example {@code ApiAuth[bearer token]}
   */
  @Override
  public String toString() {
    return "ApiAuth[" + kind + "]";
  }
}
