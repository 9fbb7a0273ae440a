package io.tasker.handler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many items there are and how they are split into batches. A handler that returns it makes its
 * step a batch analyzer; {@code @FanOut} names the worker.
 *
 * <p>Batch <i>i</i> covers the items from <i>i</i> × size up to, not including, (<i>i</i> + 1) ×
 * size; the last batch may be shorter. No items means no batches: one placeholder worker runs as a
 * no-op.
 *
 * @param <A> what the analyzer found, readable by later steps as its result; {@code Void} for none
 */
public final class BatchPlan<A> {
  /** The most batches of a plan: each is a step, and the steps of a task are held in memory. */
  public static final int MAX_BATCHES = 100_000;

  private final long totalItems;
  private final int size;
  private final int parallelism;
  private final @Nullable String reason;
  private final @Nullable A found;

  private BatchPlan(
      long totalItems, int size, int parallelism, @Nullable String reason, @Nullable A found) {
    this.totalItems = totalItems;
    this.size = size;
    this.parallelism = parallelism;
    this.reason = reason;
    this.found = found;
  }

  /**
   * Plans batches of the size and parallelism that {@code @FanOut} gives.
   *
   * @param <A> what the analyzer found
   * @param totalItems the number of items, 0 for no batches
   * @return the plan
   * @throws IllegalArgumentException if the number is negative
   */
  public static <A> BatchPlan<A> of(long totalItems) {
    if (totalItems < 0) {
      throw new IllegalArgumentException("totalItems must not be negative: " + totalItems);
    }
    return new BatchPlan<>(totalItems, 0, 0, null, null);
  }

  /**
   * Plans no batches.
   *
   * @param <A> what the analyzer found
   * @param reason why, for people
   * @return the plan
   */
  public static <A> BatchPlan<A> none(String reason) {
    return new BatchPlan<>(0, 0, 0, Objects.requireNonNull(reason, "reason"), null);
  }

  /**
   * Returns this plan with another batch size.
   *
   * @param items items per batch, at least 1
   * @return the plan
   * @throws IllegalArgumentException if the number is below 1
   */
  public BatchPlan<A> size(int items) {
    return new BatchPlan<>(totalItems, positive(items, "size"), parallelism, reason, found);
  }

  /**
   * Returns this plan with another number of batches at once.
   *
   * @param batches batches at once, at least 1
   * @return the plan
   * @throws IllegalArgumentException if the number is below 1
   */
  public BatchPlan<A> parallelism(int batches) {
    return new BatchPlan<>(totalItems, size, positive(batches, "parallelism"), reason, found);
  }

  /**
   * Returns this plan with what the analyzer found.
   *
   * @param findings a value that is an object in JSON: a record or a map
   * @return the plan
   */
  public BatchPlan<A> found(A findings) {
    return new BatchPlan<>(
        totalItems, size, parallelism, reason, Objects.requireNonNull(findings, "findings"));
  }

  /**
   * Returns the number of items.
   *
   * @return the number, 0 for no batches
   */
  public long totalItems() {
    return totalItems;
  }

  /**
   * Returns the number of items in a batch.
   *
   * @return the number, or 0 for that of {@code @FanOut}
   */
  public int size() {
    return size;
  }

  /**
   * Returns the number of batches at once.
   *
   * @return the number, or 0 for that of {@code @FanOut}
   */
  public int parallelism() {
    return parallelism;
  }

  /**
   * Returns why there are no batches.
   *
   * @return the reason, or null if none was given
   */
  public @Nullable String reason() {
    return reason;
  }

  /**
   * Returns what the analyzer found.
   *
   * @return the findings, or null for none
   */
  public @Nullable A found() {
    return found;
  }

  private static int positive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
    return value;
  }
}
