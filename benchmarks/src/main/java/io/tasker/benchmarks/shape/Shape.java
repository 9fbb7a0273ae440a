package io.tasker.benchmarks.shape;

/** How steps hang together. The first step is above all others, which all read its result. */
public enum Shape {
  CHAIN_1(true, 0),
  CHAIN_10(true, 9),
  CHAIN_100(true, 99),
  WIDTH_1(false, 1),
  WIDTH_10(false, 10),
  WIDTH_100(false, 100),
  WIDTH_1000(false, 1000);

  private final boolean isChain;
  private final int middle;

  Shape(boolean isChain, int middle) {
    this.isChain = isChain;
    this.middle = middle;
  }

  /** Returns whether each step waits for the one before it; if not, the last waits for all. */
  boolean isChain() {
    return isChain;
  }

  /** Returns how many steps there are below the first, without the last of a wide one. */
  int middle() {
    return middle;
  }

  /** Returns how many steps there are in all. */
  public int steps() {
    return isChain ? middle + 1 : middle + 2;
  }
}
