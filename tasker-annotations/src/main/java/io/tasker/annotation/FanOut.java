package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the batch worker step of an analyzer: a handler that returns {@code BatchPlan}.
 *
 * <p>The engine runs one instance of the worker for each batch of the plan, {@code <worker>_001},
 * {@code <worker>_002} and so on, and a step that takes {@code BatchResults} when all have ended.
 *
 * <pre>{@code
 * @Workflow(namespace = "reports", name = "nightly")
 * public final class Nightly {
 *
 *   @Handler
 *   @FanOut(worker = "count_rows", batchSize = 500)
 *   static BatchPlan<Void> analyze(@Input("rows") long rows) {
 *     return BatchPlan.of(rows);
 *   }
 *
 *   @Handler
 *   static long countRows(BatchSlice slice) {
 *     return slice.size();
 *   }
 *
 *   @Handler
 *   static long total(@Depends("count_rows") BatchResults<Long> counts) {
 *     return counts.results().stream().mapToLong(Long::longValue).sum();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FanOut {

  /** What a failed batch does to the other batches of its plan. */
  enum OnFailure {
    /** They go on. */
    CONTINUE_ON_FAILURE,
    /** Those that have not started never do. */
    FAIL_FAST,
    /**
     * They go on, and the step that takes the results runs without the failed one. The task still
     * ends in error, since a step of it has failed.
     */
    ISOLATE
  }

  /**
   * The name of the worker step.
   *
   * @return the step name
   */
  String worker();

  /**
   * The number of items in a batch, unless the plan says otherwise: 1 to 100,000.
   *
   * @return items per batch
   */
  int batchSize() default 100;

  /**
   * The number of batches that run at once, unless the plan says otherwise: 1 to 1,000.
   *
   * @return batches at once
   */
  int parallelism() default 10;

  /**
   * The field of an item that a cursor counts in; for people and for Tasker Core's records.
   *
   * @return the field name
   */
  String cursorField() default "id";

  /**
   * What a failed batch does to the other batches.
   *
   * @return the failure strategy
   */
  OnFailure onFailure() default OnFailure.CONTINUE_ON_FAILURE;
}
