package io.tasker.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A timer that a test moves by hand. */
final class ManualTimer implements EngineTimer {
  private record Entry(Instant at, Runnable action) {}

  private final PriorityBlockingQueue<Entry> entries =
      new PriorityBlockingQueue<>(8, Comparator.comparing(Entry::at));
  private final Semaphore scheduled = new Semaphore(0);
  private volatile Instant now = Instant.EPOCH;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable action) {
    Entry entry = new Entry(now.plus(delay), action);
    entries.add(entry);
    scheduled.release();
    return () -> entries.remove(entry);
  }

  /** Waits until something was scheduled that nobody waited for yet. */
  void awaitScheduled() throws InterruptedException {
    if (!scheduled.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new AssertionError("nothing was scheduled");
    }
  }

  /** Moves to the next entry, runs it and returns how far that was. */
  Duration advance() {
    Entry entry =
        Optional.ofNullable(entries.poll())
            .orElseThrow(() -> new AssertionError("nothing is scheduled"));
    Duration distance = Duration.between(now, entry.at());
    now = entry.at();
    entry.action().run();
    return distance;
  }

  int pending() {
    return entries.size();
  }
}
