package io.tasker.engine;

import io.tasker.DuplicateTaskException;
import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks in memory while they live and forgets them when they end, but for the identities of
 * the last ones.
 */
public final class InMemoryTaskStore implements TaskStore {
  private static final int REMEMBERED = 10_000;

  private final Map<UUID, Journal> live = new ConcurrentHashMap<>();
  private final Map<String, UUID> identities = new ConcurrentHashMap<>();
  // Of tasks that have ended, the oldest first.
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger endedCount = new AtomicInteger();
  private final int remembered;

  /**
   * An event and what came with it.
   *
   * @param event what happened
   * @param result the result of the step, or null
   * @param failure why the attempt failed, or null
   */
  public record Entry(TaskEvent event, @Nullable Object result, @Nullable StepFailure failure) {}

  /** Creates a store that remembers the identities of the last 10,000 tasks that ended. */
  public InMemoryTaskStore() {
    this(REMEMBERED);
  }

  /**
   * Creates the store.
   *
   * @param remembered of how many tasks that ended it remembers the identities
   */
  public InMemoryTaskStore(int remembered) {
    this.remembered = remembered;
  }

  @Override
  public TaskJournal accept(AcceptedTask task) {
    Optional<UUID> existing =
        task.identity().map(identity -> identities.putIfAbsent(identity, task.id()));
    if (existing.isPresent()) {
      throw new DuplicateTaskException(
          "%s/%s@%s".formatted(task.request().namespace(), task.request().name(), task.version()),
          existing.get());
    }
    Journal journal = new Journal(task);
    live.put(task.id(), journal);
    return journal;
  }

  private void remember(String identity) {
    ended.add(identity);
    if (endedCount.incrementAndGet() > remembered) {
      endedCount.decrementAndGet();
      String oldest = ended.poll();
      if (oldest != null) {
        identities.remove(oldest);
      }
    }
  }

  /**
   * Returns the tasks that have not ended.
   *
   * @return the tasks at this moment, in no order; unmodifiable
   */
  public List<AcceptedTask> liveTasks() {
    return live.values().stream().map(journal -> journal.task).toList();
  }

  /**
   * Returns the events of a live task.
   *
   * @param task the id of the task
   * @return the events so far, in order; empty if there is no such live task; unmodifiable
   */
  public List<Entry> events(UUID task) {
    Journal journal = live.get(task);
    return journal == null ? List.of() : journal.entries();
  }

  /**
   * The events of one task. Written by the thread that has the task, without a lock: a reader sees
   * the entries that the published count covers, and those never change.
   */
  private final class Journal implements TaskJournal {
    private final AcceptedTask task;
    private @Nullable Entry[] entries = new Entry[16];
    private int count;
    private boolean isRemembered;

    Journal(AcceptedTask task) {
      this.task = task;
    }

    @Override
    public void append(TaskEvent event, @Nullable Object result, @Nullable StepFailure failure) {
      int next = count;
      if (next == entries.length) {
        entries = Arrays.copyOf(entries, next * 2);
      }
      entries[next] = new Entry(event, result, failure);
      COUNT.setRelease(this, next + 1);
    }

    @Override
    public void end(TaskState state) {
      live.remove(task.id());
      if (!isRemembered) {
        isRemembered = true;
        task.identity().ifPresent(InMemoryTaskStore.this::remember);
      }
    }

    @Override
    public void reopen() {
      live.put(task.id(), this);
    }

    List<Entry> entries() {
      int published = (int) COUNT.getAcquire(this);
      return List.of(Arrays.copyOf(entries, published));
    }
  }

  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Journal.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
