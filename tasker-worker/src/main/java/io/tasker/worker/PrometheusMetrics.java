package io.tasker.worker;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tasker.event.EngineListener;
import io.tasker.metrics.TaskerMetrics;
import java.util.Optional;

/** Meters of a worker that has no registry of an application. */
final class PrometheusMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private PrometheusMetrics() {}

  /** Returns meters, or empty if the library, which is optional, is not there. */
  static Optional<PrometheusMetrics> find() {
    try {
      return Optional.of(new PrometheusMetrics());
    } catch (NoClassDefFoundError e) {
      return Optional.empty();
    }
  }

  EngineListener listener() {
    return new TaskerMetrics(registry);
  }

  String scrape() {
    return registry.scrape();
  }
}
