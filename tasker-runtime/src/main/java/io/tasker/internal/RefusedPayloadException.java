package io.tasker.internal;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;

/** What the codec itself refuses, in words that quote no value. */
final class RefusedPayloadException extends DatabindException {
  private static final long serialVersionUID = 1L;

  RefusedPayloadException(@Nullable Closeable processor, String message) {
    super(processor, message);
  }
}
