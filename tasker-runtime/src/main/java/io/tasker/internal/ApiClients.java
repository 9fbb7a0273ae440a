package io.tasker.internal;

import io.tasker.http.ApiClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** The HTTP clients of the handlers of one engine, one for each base URL. */
public final class ApiClients implements AutoCloseable {
  private final Map<String, ApiClient> byUrl = new LinkedHashMap<>();

  /** Creates the clients, of which there are none yet. */
  public ApiClients() {}

  /**
   * Returns the client of a base URL.
   *
   * @throws BindingException if it is no such URL
   */
  ApiClient at(String url, String reader) {
    try {
      return byUrl.computeIfAbsent(url, ApiClient::of);
    } catch (IllegalArgumentException e) {
      throw new BindingException(
          "%s takes an API at a base URL that is none: %s".formatted(reader, e.getMessage()),
          "",
          "",
          e);
    }
  }

  @Override
  public void close() {
    byUrl.values().forEach(ApiClient::close);
  }
}
