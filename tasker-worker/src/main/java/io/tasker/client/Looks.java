package io.tasker.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All looks that an engine makes at its cluster: how many at once, when again, and until when. */
final class Looks {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterEngine.class);
  private static final int AT_ONCE = 16;

  private final PollTimer timer;
  private final PollPace pace;
  private final Set<TaskWatch> watches = ConcurrentHashMap.newKeySet();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;
  private volatile boolean isClosed;
  private volatile boolean isAway;

  Looks(PollTimer timer, PollPace pace) {
    this.timer = timer;
    this.pace = pace;
  }

  /** Takes note of a task that somebody waits for. */
  void add(TaskWatch watch) {
    watches.add(watch);
    if (isClosed) {
      watch.close();
    }
  }

  void remove(TaskWatch watch) {
    watches.remove(watch);
  }

  /** Looks once, as soon as there are not too many looks under way. */
  <T> CompletionStage<T> look(Supplier<CompletionStage<T>> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable look =
        () ->
            started(call)
                .whenComplete(
                    (value, thrown) -> {
                      next();
                      if (thrown == null) {
                        answered();
                        answer.complete(value);
                      } else {
                        answer.completeExceptionally(ClusterAnswer.unanswered(thrown));
                      }
                    });
    synchronized (waiting) {
      if (running == AT_ONCE) {
        waiting.add(look);
        return answer;
      }
      running++;
    }
    look.run();
    return answer;
  }

  private static <T> CompletionStage<T> started(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void next() {
    Runnable next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) {
        running--;
        return;
      }
    }
    // Not from here: looks that fail at once would nest as deep as there are.
    ForkJoinPool.commonPool().execute(next);
  }

  /** Looks again after a pause, which the cluster may have asked for. */
  void again(int looks, Duration atLeast, Runnable action) {
    Duration pause = pace.after(looks);
    timer.after(pause.compareTo(atLeast) < 0 ? atLeast : pause, action);
  }

  /** Says once for all tasks that the cluster is away. */
  void unanswered(ClusterException failure) {
    if (!isAway) {
      isAway = true;
      LOG.warn("Cannot look at tasks of the cluster, tries again: {}", failure.getMessage());
    }
  }

  private void answered() {
    if (isAway) {
      isAway = false;
      LOG.info("Can look at tasks of the cluster again");
    }
  }

  void close() {
    isClosed = true;
    watches.forEach(TaskWatch::close);
  }
}
