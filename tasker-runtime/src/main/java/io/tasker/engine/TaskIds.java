package io.tasker.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Draws ids of tasks and steps: UUIDs of version 7, which sort by time. One secure seed per engine
 * keeps engines apart and a counter keeps the ids of one apart, so that an id costs nanoseconds.
 */
final class TaskIds {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed = new SecureRandom().nextLong();
  private final AtomicLong counter = new AtomicLong();

  UUID task(Instant now) {
    long count = counter.incrementAndGet();
    long high = (now.toEpochMilli() << 16) | 0x7000L | (count & 0xFFF);
    return new UUID(high, variant(mix(seed + count * GOLDEN)));
  }

  /** Returns the id of a step: the same for the same task and step, without any state. */
  static UUID step(UUID task, int index) {
    long low = mix(task.getLeastSignificantBits() + (index + 1L) * GOLDEN);
    return new UUID(task.getMostSignificantBits(), variant(low));
  }

  private static long variant(long bits) {
    return (bits >>> 2) | Long.MIN_VALUE;
  }

  // The finalizer of SplitMix64: a bijection, so that no two counts collide before the cut.
  private static long mix(long value) {
    long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
    return second ^ (second >>> 31);
  }
}
