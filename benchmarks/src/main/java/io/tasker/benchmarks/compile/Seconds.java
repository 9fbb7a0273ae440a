package io.tasker.benchmarks.compile;

/**
 * Processor time of a compilation.
 *
 * @param plain without processors, in s
 * @param processed with the processor, in s
 */
record Seconds(double plain, double processed) {

  /** Returns what the processor adds for each of so many things, in ms. */
  double millisForEach(int things) {
    return (processed - plain) * 1000 / things;
  }
}
