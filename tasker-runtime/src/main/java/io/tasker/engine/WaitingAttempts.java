package io.tasker.engine;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attempts that wait for a slot, the longest first. One that is stopped waits no longer. */
final class WaitingAttempts {
  private final Set<StepAttempt> attempts = new LinkedHashSet<>();
  // Read without the lock: mostly nobody waits.
  private volatile int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  synchronized void add(StepAttempt attempt) {
    attempts.add(attempt);
    size = attempts.size();
  }

  synchronized void remove(StepAttempt attempt) {
    attempts.remove(attempt);
    size = attempts.size();
  }

  synchronized @Nullable StepAttempt poll() {
    Iterator<StepAttempt> longest = attempts.iterator();
    if (!longest.hasNext()) {
      return null;
    }
    StepAttempt attempt = longest.next();
    longest.remove();
    size = attempts.size();
    return attempt;
  }
}
