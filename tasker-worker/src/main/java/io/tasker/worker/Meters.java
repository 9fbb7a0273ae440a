package io.tasker.worker;

import io.tasker.event.EngineListener;
import java.util.Optional;

/** Meters of a worker whose application has no registry. */
interface Meters {

  EngineListener listener();

  /** Returns the meters in the text format of Prometheus. */
  String scrape();

  /** Returns meters, or empty if the library, which is optional, is not there. */
  static Optional<Meters> find() {
    try {
      return Optional.of(new PrometheusMetrics());
    } catch (NoClassDefFoundError e) {
      // The class itself cannot be linked, so only another one can say so.
      return Optional.empty();
    }
  }
}
