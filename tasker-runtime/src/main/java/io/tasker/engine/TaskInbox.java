package io.tasker.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time have a task. Others leave their news, which the one that has the task
 * takes before it lets go; nobody waits.
 */
final class TaskInbox {

  /** An event, the attempt it comes from and what it brought. */
  static final class News {
    final TaskEvent event;
    final @Nullable StepAttempt attempt;
    final AttemptOutcome outcome;
    private @Nullable News next;

    /** Why an operator's action was refused; of the thread that has the task. */
    @Nullable Throwable refusal;

    News(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
      this.event = event;
      this.attempt = attempt;
      this.outcome = outcome;
    }

    @Nullable News next() {
      return next;
    }
  }

  // Null while nobody has the task, HELD while somebody does, else the news left, newest first.
  private static final News HELD = new News(new TaskEvent.Started(), null, AttemptOutcome.NONE);

  private final AtomicReference<@Nullable News> state = new AtomicReference<>();

  /** Takes the task if nobody has it. */
  boolean tryEnter() {
    return state.compareAndSet(null, HELD);
  }

  /** Leaves news for whoever has the task; takes the task, and leaves nothing, if nobody does. */
  boolean enterOrLeave(News news) {
    while (true) {
      News current = state.get();
      if (current == null) {
        if (state.compareAndSet(null, HELD)) {
          return true;
        }
      } else {
        news.next = current == HELD ? null : current;
        if (state.compareAndSet(current, news)) {
          return false;
        }
      }
    }
  }

  /** Lets go of the task, or returns the news that came in the meantime, oldest first. */
  @Nullable News exitOrTake() {
    if (state.compareAndSet(HELD, null)) {
      return null;
    }
    News newestFirst = state.getAndSet(HELD);
    News oldestFirst = null;
    while (newestFirst != null) {
      News older = newestFirst.next;
      newestFirst.next = oldestFirst;
      oldestFirst = newestFirst;
      newestFirst = older;
    }
    return oldestFirst;
  }
}
