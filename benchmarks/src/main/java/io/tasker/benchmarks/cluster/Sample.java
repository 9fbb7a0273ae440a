package io.tasker.benchmarks.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What tasks of one workflow came to.
 *
 * @param steps how many steps there were in the tasks that completed
 * @param seconds the time from the creation of the first task to the completion of the last
 * @param millis how long each task took that completed, in ascending order
 * @param unfinished how many tasks did not complete
 * @param repeated how many times a step was claimed again that had been claimed before
 * @param workerMillis the processor time of the workers, in ms
 * @param orchestratorMillis that of the orchestrator
 * @param databaseMillis that of PostgreSQL
 * @param ownMillis that of the process which creates the tasks
 */
record Sample(
    int steps,
    double seconds,
    List<Double> millis,
    int unfinished,
    int repeated,
    long workerMillis,
    long orchestratorMillis,
    long databaseMillis,
    long ownMillis) {

  Sample {
    millis = millis.stream().sorted().toList();
  }

  /** Returns this and a later one as if they were one. */
  Sample with(Sample other) {
    List<Double> all = new ArrayList<>(millis);
    all.addAll(other.millis);
    return new Sample(
        steps + other.steps,
        seconds + other.seconds,
        all,
        unfinished + other.unfinished,
        repeated + other.repeated,
        workerMillis + other.workerMillis,
        orchestratorMillis + other.orchestratorMillis,
        databaseMillis + other.databaseMillis,
        ownMillis + other.ownMillis);
  }

  double stepsPerSecond() {
    return steps / seconds;
  }

  /** Returns the time within which that part of the tasks completed, in ms. */
  double quantile(double part) {
    return millis.isEmpty()
        ? Double.NaN
        : millis.get((int) Math.min(millis.size() - 1, Math.ceil(part * millis.size()) - 1));
  }

  double perStep(long time) {
    return time / (double) steps;
  }

  /** Returns which part of all processors was in use, from 0 to 1. */
  double busy() {
    long[] times = {workerMillis, orchestratorMillis, databaseMillis, ownMillis};
    return Arrays.stream(times).sum()
        / (seconds * 1000 * Runtime.getRuntime().availableProcessors());
  }
}
