package io.tasker.template.diagram;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lines that meet: each from above leads to each below.
 *
 * @param from the columns where lines come in from above
 * @param to the columns where lines go out below
 */
record Bus(List<Integer> from, List<Integer> to) {

  /** Whether it needs no horizontal part. */
  boolean isStraight() {
    return left() == right();
  }

  int left() {
    return columns().mapToInt(Integer::intValue).min().orElseThrow();
  }

  int right() {
    return columns().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /**
   * Whether the horizontal part has to be above that of another bus: where a line comes in to this
   * one in the column in which one leaves the other, it has to end before that begins.
   */
  boolean isAbove(Bus other) {
    return from.stream().anyMatch(column -> other.to.contains(column) && !to.contains(column));
  }

  private Stream<Integer> columns() {
    return Stream.concat(from.stream(), to.stream());
  }
}
