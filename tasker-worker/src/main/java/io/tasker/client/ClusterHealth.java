package io.tasker.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the orchestrator and what it needs are.
 *
 * @param status {@code healthy}, {@code degraded} or {@code unhealthy}
 * @param timestamp when it looked
 * @param checks what it looked at, by name, such as {@code queue_depth}
 * @param info what it is
 */
public record ClusterHealth(
    String status, Instant timestamp, Map<String, Check> checks, Info info) {

  /** Copies the checks. */
  public ClusterHealth {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /**
   * Returns whether all is well.
   *
   * @return true if it is
   */
  public boolean isHealthy() {
    return status.equals("healthy");
  }

  /**
   * One thing that was looked at.
   *
   * @param status {@code healthy}, {@code degraded}, {@code unhealthy} or {@code unknown}
   * @param message a sentence for people, or null
   * @param durationMs how long looking took, in milliseconds
   */
  public record Check(String status, @Nullable String message, long durationMs) {}

  /**
   * What the orchestrator is.
   *
   * @param version the version of Tasker Core
   * @param environment the environment it was started for
   * @param operationalState what it does, {@code Normal} if all is well
   * @param circuitBreakerState whether it leaves its database alone
   */
  public record Info(
      String version, String environment, String operationalState, String circuitBreakerState) {}
}
