package io.tasker.engine;

import io.tasker.template.BatchConfiguration.FailureStrategy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The batches of one worker step in the state machine: which may start, and whether all are done.
 */
final class BatchGroup {
  private final int first;
  private final int count;
  private final int parallelism;
  private final FailureStrategy strategy;
  private int started;
  private int running;
  private int complete;
  private int failed;
  private boolean isSettled;
  // Those that an operator has reset; nearly always none.
  private final Deque<Integer> again = new ArrayDeque<>();

  BatchGroup(int first, int count, int parallelism, FailureStrategy strategy) {
    this.first = first;
    this.count = count;
    this.parallelism = parallelism;
    this.strategy = strategy;
  }

  /** Returns the index of the next batch to start, or -1 if none may start now. */
  int next() {
    if (running >= parallelism) {
      return -1;
    }
    Integer reset = again.poll();
    boolean isStopped = strategy == FailureStrategy.FAIL_FAST && failed > 0;
    if (reset == null && (isStopped || started == count)) {
      return -1;
    }
    running++;
    return reset == null ? first + started++ : reset;
  }

  void succeeded() {
    running--;
    complete++;
  }

  void failed() {
    running--;
    failed++;
  }

  /** Takes back a failure: the batch waits for its turn once more. */
  void reset(int batch) {
    failed--;
    again.add(batch);
  }

  /** Takes back a failure: the batch is about to succeed without another attempt. */
  void settledByHand() {
    failed--;
    running++;
  }

  /** Returns whether the steps below may go on, as of now. */
  boolean settles() {
    boolean isDone = complete + (strategy == FailureStrategy.ISOLATE ? failed : 0) == count;
    if (isSettled || !isDone) {
      return false;
    }
    isSettled = true;
    return true;
  }

  boolean isSettled() {
    return isSettled;
  }
}
