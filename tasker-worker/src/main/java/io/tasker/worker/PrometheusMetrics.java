package io.tasker.worker;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tasker.event.EngineListener;
import io.tasker.metrics.TaskerMetrics;

/** Meters that Prometheus reads. Cannot be loaded without its library. */
final class PrometheusMetrics implements Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Override
  public EngineListener listener() {
    return new TaskerMetrics(registry);
  }

  @Override
  public String scrape() {
    return registry.scrape();
  }
}
