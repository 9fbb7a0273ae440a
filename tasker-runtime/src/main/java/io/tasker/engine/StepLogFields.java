package io.tasker.engine;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/**
 * Puts task, step, attempt and correlation id into the logging context around a handler. Does
 * nothing where the logging library keeps no context.
 */
final class StepLogFields {
  static final String TASK = "task";
  static final String STEP = "step";
  static final String ATTEMPT = "attempt";
  static final String CORRELATION_ID = "correlation_id";

  private final @Nullable MDCAdapter fields;

  StepLogFields(@Nullable MDCAdapter fields) {
    this.fields = fields instanceof NOPMDCAdapter ? null : fields;
  }

  /** Sets the fields; returns what was there before, for {@link #close}. */
  @Nullable Map<String, String> open(UUID task, String step, int attempt, UUID correlationId) {
    if (fields == null) {
      return null;
    }
    Map<String, String> outer = fields.getCopyOfContextMap();
    fields.put(TASK, task.toString());
    fields.put(STEP, step);
    fields.put(ATTEMPT, Integer.toString(attempt));
    fields.put(CORRELATION_ID, correlationId.toString());
    return outer;
  }

  /** Puts back what was there before, whatever the handler left. */
  void close(@Nullable Map<String, String> outer) {
    if (fields == null) {
      return;
    }
    if (outer == null) {
      fields.clear();
    } else {
      fields.setContextMap(outer);
    }
  }
}
