package io.tasker.worker.database;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was held back as soon as its task can take it. All of it is in the queue, too, so
 * whatever this loses the orchestrator finds a few seconds later.
 */
public final class HeldBackResults implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeldBackResults.class);
  private static final long PAUSE_MILLIS = 5;
  private static final Duration TO_END = Duration.ofSeconds(2);

  private final Database database;
  private final MessageTransport transport;
  private final Duration patience;
  private final Map<HeldBack, Long> added = new ConcurrentHashMap<>();
  private final Semaphore news = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "tasker-worker-held-back");
  private volatile boolean isClosed;

  /**
   * Creates what looks after results once it is started.
   *
   * @param database the database
   * @param transport where the messages are
   * @param patience after how long a message is left to the orchestrator
   */
  public HeldBackResults(Database database, MessageTransport transport, Duration patience) {
    this.database = database;
    this.transport = transport;
    this.patience = patience;
    thread.setDaemon(true);
  }

  /** Starts to look, until it is closed. */
  public void start() {
    thread.start();
  }

  // Before the commit, so it may be looked for in vain at first, or for good.
  void add(HeldBack message) {
    added.put(message, System.nanoTime());
    news.release();
  }

  private void run() {
    try {
      while (!isClosed) {
        news.acquire();
        news.drainPermits();
        while (!isClosed && !added.isEmpty()) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
          release();
        }
      }
    } catch (InterruptedException e) {
      // Nobody but this class has the thread, so this is the end of it.
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    try {
      added
          .keySet()
          .removeAll(database.once(connection -> transport.release(connection, added.keySet())));
    } catch (DatabaseException e) {
      LOG.debug("Results are left to the orchestrator's next look: {}", e.getMessage());
      added.clear();
    } catch (RuntimeException e) {
      // Whatever it is, later results must not wait because of it.
      LOG.error("Results are left to the orchestrator's next look", e);
      added.clear();
    }
    long oldest = System.nanoTime() - patience.toNanos();
    added.values().removeIf(time -> time - oldest < 0);
  }

  @Override
  public void close() {
    isClosed = true;
    news.release();
    try {
      thread.join(TO_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
