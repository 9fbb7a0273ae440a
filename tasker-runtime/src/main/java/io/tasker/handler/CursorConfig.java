package io.tasker.handler;

import java.util.Locale;
import java.util.Objects;

/**
 * One batch of a plan, as Tasker Core takes it.
 *
 * @param batchId the id, unique in the plan; {@code 001} for the first
 * @param startCursor the first item
 * @param endCursor the item after the last one
 * @param batchSize the number of items
 */
public record CursorConfig(String batchId, Object startCursor, Object endCursor, long batchSize) {

  /** Checks that nothing is null. */
  public CursorConfig {
    Objects.requireNonNull(batchId, "batchId");
    Objects.requireNonNull(startCursor, "startCursor");
    Objects.requireNonNull(endCursor, "endCursor");
  }

  static CursorConfig of(int number, long start, long end) {
    return new CursorConfig(String.format(Locale.ROOT, "%03d", number), start, end, end - start);
  }
}
