package io.tasker.engine;

import org.jspecify.annotations.Nullable;

/** The attempts that wait for a slot, the longest first. One that is stopped waits no longer. */
final class WaitingAttempts {
  // Linked through the attempts themselves: one in the middle leaves without a search.
  private @Nullable StepAttempt first;
  private @Nullable StepAttempt last;
  // Read without the lock: mostly nobody waits.
  private volatile boolean isEmpty = true;

  boolean isEmpty() {
    return isEmpty;
  }

  synchronized int size() {
    int size = 0;
    for (StepAttempt attempt = first; attempt != null; attempt = attempt.follower) {
      size++;
    }
    return size;
  }

  synchronized void add(StepAttempt attempt) {
    if (last == null) {
      first = attempt;
    } else {
      last.follower = attempt;
      attempt.leader = last;
    }
    last = attempt;
    isEmpty = false;
  }

  synchronized void remove(StepAttempt attempt) {
    if (attempt == first || attempt.leader != null) {
      unlink(attempt);
    }
  }

  synchronized @Nullable StepAttempt poll() {
    StepAttempt longest = first;
    if (longest != null) {
      unlink(longest);
    }
    return longest;
  }

  private void unlink(StepAttempt attempt) {
    StepAttempt before = attempt.leader;
    StepAttempt behind = attempt.follower;
    if (before == null) {
      first = behind;
    } else {
      before.follower = behind;
    }
    if (behind == null) {
      last = before;
    } else {
      behind.leader = before;
    }
    attempt.leader = null;
    attempt.follower = null;
    isEmpty = first == null;
  }
}
