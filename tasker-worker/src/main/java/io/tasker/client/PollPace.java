package io.tasker.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to pause between looks: soon at first, then less often, and at no steady pace, so that
 * many who began together do not ask together.
 *
 * @param longest the longest pause
 */
record PollPace(Duration longest) {
  private static final double FIRST_NANOS = 50e6;
  private static final double GROWTH = 1.5;
  private static final double LEAST_SHARE = 0.75;

  /** Returns the pause after so many looks, counted from 0. */
  Duration after(int looks) {
    double grown = FIRST_NANOS * Math.pow(GROWTH, looks);
    double bounded = Math.min(grown, (double) longest.toNanos());
    return Duration.ofNanos(
        (long) (bounded * ThreadLocalRandom.current().nextDouble(LEAST_SHARE, 1)));
  }
}
