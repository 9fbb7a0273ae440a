package io.tasker.benchmarks.cluster;

/**
 * How many tasks are created.
 *
 * @param inFlight how many there are at a time
 * @param steps how many steps they have in all, at least
 */
record Load(int inFlight, int steps) {

  /** As many as keep the cluster busy. */
  static Load full(int steps) {
    return new Load(20, steps);
  }

  /** One after the other, which tells how long a task takes where nothing waits for another. */
  static Load alone(int steps) {
    return new Load(1, steps);
  }

  boolean isFull() {
    return inFlight > 1;
  }

  int tasks(ClusterShape shape) {
    return (steps + shape.steps() - 1) / shape.steps();
  }
}
