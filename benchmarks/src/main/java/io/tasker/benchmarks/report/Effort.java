package io.tasker.benchmarks.report;

/** How long to measure. */
enum Effort {
  /** To see that all of it runs; the numbers mean nothing. */
  SMOKE(1, 1, 1, 50),
  /** About eight minutes. */
  USUAL(1, 4, 4, 600),
  /** An hour and more. */
  LONG(3, 10, 10, 1000);

  private final int forks;
  private final int warmups;
  private final int iterations;
  private final int millis;

  Effort(int forks, int warmups, int iterations, int millis) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.millis = millis;
  }

  int forks() {
    return forks;
  }

  int warmups() {
    return warmups;
  }

  int iterations() {
    return iterations;
  }

  int millis() {
    return millis;
  }

  @Override
  public String toString() {
    return "%d forks, each %d warm-up and %d counted iterations of %d ms"
        .formatted(forks, warmups, iterations, millis);
  }
}
