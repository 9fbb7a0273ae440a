package io.tasker.client;

import io.tasker.http.ApiClient;
import io.tasker.http.ApiResponse;
import java.time.Duration;
import java.util.Objects;

/** Looks at a cluster as a whole. From {@link TaskerClient#insight()}. */
public final class ClusterInsight {
  private final ApiClient api;

  ClusterInsight(ApiClient api) {
    this.api = api;
  }

  /**
   * Asks whether the orchestrator is alive.
   *
   * @return the call, which brings true, or fails as {@code UNAVAILABLE}
   */
  public ClusterCall<Boolean> live() {
    return new ClusterCall<>(api.request("GET", "health/live"), ApiResponse::isSuccess);
  }

  /**
   * Asks how the orchestrator and what it needs are.
   *
   * @return the call
   */
  public ClusterCall<ClusterHealth> health() {
    return new ClusterCall<>(
        api.request("GET", "health/detailed"), response -> response.as(ClusterHealth.class));
  }

  /**
   * Lists all templates.
   *
   * @return the call
   */
  public ClusterCall<ClusterTemplates> templates() {
    return new ClusterCall<>(
        api.request("GET", "v1/templates"), response -> response.as(ClusterTemplates.class));
  }

  /**
   * Lists the templates of a namespace.
   *
   * @param namespace the namespace
   * @return the call
   */
  public ClusterCall<ClusterTemplates> templates(String namespace) {
    return new ClusterCall<>(
        api.request("GET", "v1/templates")
            .query("namespace", Objects.requireNonNull(namespace, "namespace")),
        response -> response.as(ClusterTemplates.class));
  }

  /**
   * Returns a template.
   *
   * @param namespace the namespace
   * @param name the name of the workflow
   * @param version the version
   * @return the call
   */
  public ClusterCall<ClusterTemplate> template(String namespace, String name, String version) {
    return new ClusterCall<>(
        api.request("GET", "v1/templates").segment(namespace).segment(name).segment(version),
        response -> response.as(ClusterTemplate.class));
  }

  /**
   * Returns how many tasks there were and how long they took.
   *
   * @param past how far to look back, in whole hours
   * @return the call
   * @throws IllegalArgumentException if it is less than an hour
   */
  public ClusterCall<ClusterPerformance> performance(Duration past) {
    if (past.toHours() < 1) {
      throw new IllegalArgumentException("Look back for at least an hour, not " + past);
    }
    return new ClusterCall<>(
        api.request("GET", "v1/analytics/performance").query("hours", past.toHours()),
        response -> response.as(ClusterPerformance.class));
  }

  /**
   * Returns the slowest steps and tasks.
   *
   * @param limit how many of each at most
   * @param minExecutions how often they must have run to count
   * @return the call
   */
  public ClusterCall<ClusterBottlenecks> bottlenecks(int limit, int minExecutions) {
    return new ClusterCall<>(
        api.request("GET", "v1/analytics/bottlenecks")
            .query("limit", limit)
            .query("min_executions", minExecutions),
        response -> response.as(ClusterBottlenecks.class));
  }
}
