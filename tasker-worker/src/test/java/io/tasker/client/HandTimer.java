package io.tasker.client;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Pauses that are over when the test says so. */
final class HandTimer implements PollTimer {
  private record Pause(Duration length, Runnable action) {}

  private final BlockingQueue<Pause> pauses = new LinkedBlockingQueue<>();

  @Override
  public void after(Duration pause, Runnable action) {
    pauses.add(new Pause(pause, action));
  }

  /** Waits for the next pause to begin, ends it and returns how long it would have been. */
  Duration next() throws InterruptedException {
    return next(() -> {});
  }

  /** The same, with a change of the world while nobody looks. */
  Duration next(Runnable change) throws InterruptedException {
    Pause pause = pauses.poll(30, TimeUnit.SECONDS);
    if (pause == null) {
      throw new AssertionError("Nobody pauses");
    }
    change.run();
    pause.action().run();
    return pause.length();
  }
}
