package io.tasker.client;

import io.tasker.http.ApiAuth;
import io.tasker.http.ApiClient;
import io.tasker.http.ApiClientBuilder;
import java.time.Duration;
import java.util.Objects;

/** Describes a {@link TaskerClient}. */
public final class TaskerClientBuilder {
  private final ApiClientBuilder api;
  private String sourceSystem = "tasker-java";

  TaskerClientBuilder(String baseUrl) {
    this.api = ApiClient.builder(baseUrl);
  }

  /**
   * Sets the credentials: {@code ApiAuth.apiKey(key)} or {@code ApiAuth.bearer(token)}.
   *
   * @param credentials the credentials, none unless set
   * @return this builder
   */
  public TaskerClientBuilder auth(ApiAuth credentials) {
    api.auth(credentials);
    return this;
  }

  /**
   * Sets how long one call may take.
   *
   * @param limit the longest time
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public TaskerClientBuilder timeout(Duration limit) {
    api.requestTimeout(limit);
    return this;
  }

  /**
   * Sets the name of the application, which tasks keep.
   *
   * @param name the name, {@code tasker-java} unless set
   * @return this builder
   */
  public TaskerClientBuilder sourceSystem(String name) {
    sourceSystem = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Builds the client. It connects at its first call.
   *
   * @return the client, to be closed by the caller
   */
  public TaskerClient build() {
    return new TaskerClient(api.build(), sourceSystem);
  }
}
