package io.tasker.engine;

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

  /** Sets the fields; returns whether {@link #close()} is due. */
  boolean open(LocalTask task, CompiledStep step, int attempt) {
    if (fields == null) {
      return false;
    }
    fields.put(TASK, task.id().toString());
    fields.put(STEP, step.plan().name());
    fields.put(ATTEMPT, Integer.toString(attempt));
    fields.put(CORRELATION_ID, task.correlationId().toString());
    return true;
  }

  void close() {
    if (fields != null) {
      fields.remove(TASK);
      fields.remove(STEP);
      fields.remove(ATTEMPT);
      fields.remove(CORRELATION_ID);
    }
  }
}
