package io.tasker.worker;

import io.tasker.worker.database.TemplateRegistration.Version;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Since when nobody serves a template, as far as this worker has looked. Whoever does may have lost
 * its connection, as this worker may have, and be about to connect again.
 */
final class UnservedTemplates {
  private static final Duration TO_CONNECT_AGAIN = Duration.ofSeconds(15);

  private final LongSupplier nanos;
  private final long patience;
  private final Map<Version, Long> since = new HashMap<>();

  /**
   * Creates it for a worker that has not looked yet.
   *
   * @param nanos the time, which never steps back
   * @param longest the longest time to wait for somebody who connects again
   */
  UnservedTemplates(LongSupplier nanos, Duration longest) {
    this.nanos = nanos;
    this.patience =
        longest.compareTo(TO_CONNECT_AGAIN) < 0 ? longest.toNanos() : TO_CONNECT_AGAIN.toNanos();
  }

  /** Takes note of a look; returns whether nobody will come any more. */
  synchronized boolean isGivenUp(Version template, boolean isServed) {
    if (isServed) {
      since.remove(template);
      return false;
    }
    long now = nanos.getAsLong();
    return now - since.computeIfAbsent(template, first -> now) >= patience;
  }
}
