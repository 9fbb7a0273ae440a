package io.tasker.worker;

import io.tasker.worker.database.DatabaseException;
import io.tasker.worker.database.Delivery;
import io.tasker.worker.database.MessageTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages, no more than there are free slots, and starts a job for each. Looks again when it
 * is woken and after the poll interval.
 */
final class StepLoop {
  private static final Logger LOG = LoggerFactory.getLogger(StepLoop.class);

  private final WorkerParts parts;
  private final MessageTransport transport;
  private final List<String> namespaces;
  private final Duration pollInterval;
  private final Semaphore slots;
  private final WakeUp wakeUp = new WakeUp();
  private final Set<StepJob> jobs = new HashSet<>();
  private final Thread thread = new Thread(this::run, "tasker-worker-loop");
  private volatile boolean isStopping;

  StepLoop(
      WorkerParts parts,
      MessageTransport transport,
      List<String> namespaces,
      int concurrency,
      Duration pollInterval) {
    this.parts = parts;
    this.transport = transport;
    this.namespaces = new ArrayList<>(namespaces);
    this.pollInterval = pollInterval;
    this.slots = new Semaphore(concurrency);
  }

  void start() {
    thread.start();
  }

  /** Makes the loop look for messages. */
  void wake() {
    wakeUp.signal();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  int running() {
    synchronized (jobs) {
      return jobs.size();
    }
  }

  private void run() {
    try {
      while (!isStopping) {
        if (!look() && !isStopping) {
          Duration pause = parts.circuit().pause();
          wakeUp.await(pause.isZero() ? untilNextPoll() : pause);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("The worker's loop was interrupted and ends");
      Thread.currentThread().interrupt();
    }
  }

  // At a steady pace a worker that leaves a message to others is the first to see it again, each
  // time.
  private Duration untilNextPoll() {
    long nanos = pollInterval.toNanos();
    return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2));
  }

  // Returns whether there may be more than was taken.
  private boolean look() {
    boolean isMore = false;
    // No namespace comes first each time.
    Collections.rotate(namespaces, 1);
    for (String namespace : namespaces) {
      int free = slots.availablePermits();
      if (free > 0 && !isStopping) {
        isMore |= look(namespace, free) == free;
      }
    }
    return isMore;
  }

  private int look(String namespace, int free) {
    List<Delivery> received;
    try {
      received =
          parts.database().once(connection -> transport.receive(connection, namespace, free));
      parts.circuit().succeeded();
    } catch (DatabaseException e) {
      parts.circuit().failed();
      LOG.warn("Messages could not be read: {}", e.getMessage());
      return 0;
    } catch (RuntimeException e) {
      // Whatever it is, the worker must not go deaf.
      parts.circuit().failed();
      LOG.error("Messages could not be read", e);
      return 0;
    }
    received.forEach(this::begin);
    return received.size();
  }

  private void begin(Delivery delivery) {
    // There is a slot: only this thread takes any.
    slots.acquireUninterruptibly();
    StepJob job = new StepJob(parts, delivery, this::ended);
    synchronized (jobs) {
      jobs.add(job);
    }
    parts.runner().threads().execute(job::run);
  }

  private void ended(StepJob job) {
    synchronized (jobs) {
      if (!jobs.remove(job)) {
        return;
      }
      jobs.notifyAll();
    }
    boolean wasFull = slots.availablePermits() == 0;
    slots.release();
    if (wasFull) {
      wakeUp.signal();
    }
  }

  /** Takes no more messages. */
  void stop() throws InterruptedException {
    isStopping = true;
    wakeUp.signal();
    thread.join();
  }

  List<StepJob> jobs() {
    synchronized (jobs) {
      return List.copyOf(jobs);
    }
  }

  /** Waits for the jobs there are; returns those that are still there after that time. */
  List<StepJob> awaitJobs(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    synchronized (jobs) {
      while (!jobs.isEmpty()) {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
          break;
        }
        jobs.wait(millis);
      }
      return List.copyOf(jobs);
    }
  }
}
