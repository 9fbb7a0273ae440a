package io.tasker.handler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The results of all batches of a plan, for the step that brings them together.
 *
 * @param results the results in batch order, null for a batch without one; without batches there is
 *     none
 * @param isPlanned false if the analyzer found nothing to do
 * @param <T> the type of a worker's result
 */
public record BatchResults<T>(List<T> results, boolean isPlanned) {

  /** Copies the results. */
  public BatchResults {
    results = Collections.unmodifiableList(new ArrayList<>(results));
  }

  /**
   * Returns the number of batches that gave a result.
   *
   * @return the number
   */
  public int size() {
    return results.size();
  }
}
