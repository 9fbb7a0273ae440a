package io.tasker.internal.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded buffer in front of someone who may be slow: whoever offers never waits, and items are
 * handled one at a time and in order. It has a thread only while there is something to do.
 *
 * @param <T> the type of the items
 */
final class EventLane<T> {
  private static final Logger LOG = LoggerFactory.getLogger("io.tasker.event");

  private final String threadName;
  private final int capacity;
  private final Executor threads;
  private final Consumer<? super T> handler;
  private final ObjLongConsumer<? super T> onDrop;
  private final Object lock = new Object();

  // Guarded by the lock.
  private final Queue<T> items = new ArrayDeque<>();
  private boolean isRunning;
  private boolean isClosed;
  private boolean isUnwanted;
  private long dropped;

  /**
   * Creates a lane.
   *
   * @param threadName the name of the thread while it works here
   * @param capacity how many items may wait, beside the one that is being handled
   * @param threads where items are handled
   * @param handler handles an item and throws nothing
   * @param onDrop is told of an item that is dropped and how many were so far; throws nothing
   */
  EventLane(
      String threadName,
      int capacity,
      Executor threads,
      Consumer<? super T> handler,
      ObjLongConsumer<? super T> onDrop) {
    this.threadName = threadName;
    this.capacity = capacity;
    this.threads = threads;
    this.handler = handler;
    this.onDrop = onDrop;
  }

  /** Takes an item, or drops it if the buffer is full or closed; returns whether it was taken. */
  boolean offer(T item) {
    long count;
    synchronized (lock) {
      if (isUnwanted) {
        return false;
      }
      if (!isClosed && items.size() < capacity) {
        items.add(item);
        if (isRunning) {
          return true;
        }
        isRunning = true;
        count = 0;
      } else {
        count = ++dropped;
      }
    }
    if (count > 0) {
      onDrop.accept(item, count);
      return false;
    }
    start();
    return true;
  }

  private void start() {
    try {
      threads.execute(this::run);
    } catch (Throwable e) {
      // The application closed its executor, or it is overloaded or out of threads. What waits is
      // dropped and told of; the next item tries again.
      LOG.warn("{}: nothing can run here, so what waits is dropped: {}", threadName, e.toString());
      drop(false);
      finish();
    }
  }

  private void run() {
    Thread thread = Thread.currentThread();
    String ownName = thread.getName();
    thread.setName(threadName);
    try {
      for (T item = next(); item != null; item = next()) {
        handle(item);
      }
    } finally {
      thread.setName(ownName);
    }
  }

  private void handle(T item) {
    try {
      handler.accept(item);
    } catch (Throwable e) {
      // Only if reporting a failure fails, as without memory; the lane must outlive that.
      LOG.error("{}: an event was lost", threadName, e);
    }
  }

  private @Nullable T next() {
    synchronized (lock) {
      T item = items.poll();
      if (item == null) {
        finish();
      }
      return item;
    }
  }

  private void finish() {
    synchronized (lock) {
      isRunning = false;
      lock.notifyAll();
    }
  }

  long dropped() {
    synchronized (lock) {
      return dropped;
    }
  }

  /** Waits until nothing is left to do; returns false if the time is over before. */
  boolean awaitIdle(long deadlineNanos) throws InterruptedException {
    synchronized (lock) {
      while (isRunning) {
        long millis = (deadlineNanos - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        lock.wait(millis);
      }
      return true;
    }
  }

  /** Takes no more items and drops those that wait. */
  void close() {
    drop(true);
  }

  private void drop(boolean isLast) {
    List<T> rest;
    long before;
    synchronized (lock) {
      isClosed |= isLast;
      rest = new ArrayList<>(items);
      items.clear();
      before = dropped;
      dropped += rest.size();
    }
    for (int i = 0; i < rest.size(); i++) {
      onDrop.accept(rest.get(i), before + i + 1);
    }
  }

  /** Takes no more items and forgets those that wait, because nobody wants them any more. */
  void cancel() {
    synchronized (lock) {
      isUnwanted = true;
      items.clear();
    }
  }
}
