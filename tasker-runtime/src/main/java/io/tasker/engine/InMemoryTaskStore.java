package io.tasker.engine;

import io.tasker.DuplicateTaskException;
import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks in memory while they live and forgets them when they end, but for the identities of
 * the last ones.
 */
public final class InMemoryTaskStore implements TaskStore {
  private static final int REMEMBERED = 10_000;

  private final Map<UUID, Journal> live = new ConcurrentHashMap<>();
  private final Map<String, UUID> identities = new ConcurrentHashMap<>();
  // Of tasks that have ended, the oldest first. The lock of both what comes and what goes.
  private final Map<UUID, String> ended = new LinkedHashMap<>();
  private final int remembered;

  /**
   * An event and what came with it.
   *
   * @param event what happened
   * @param result the result of the step, or null
   * @param failure why the attempt failed, or null
   * @param metadata what the handler said beside it
   */
  public record Entry(
      TaskEvent event,
      @Nullable Object result,
      @Nullable StepFailure failure,
      Map<String, Object> metadata) {}

  /** Creates a store that remembers the identities of the last 10,000 tasks that ended. */
  public InMemoryTaskStore() {
    this(REMEMBERED);
  }

  /**
   * Creates the store.
   *
   * @param remembered of how many tasks that ended it remembers the identities
   * @throws IllegalArgumentException if the number is negative
   */
  public InMemoryTaskStore(int remembered) {
    if (remembered < 0) {
      throw new IllegalArgumentException("A store cannot remember " + remembered + " tasks");
    }
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

  private void remember(UUID task, String identity) {
    synchronized (ended) {
      ended.put(task, identity);
      if (ended.size() > remembered) {
        Map.Entry<UUID, String> oldest = ended.entrySet().iterator().next();
        ended.remove(oldest.getKey());
        identities.remove(oldest.getValue(), oldest.getKey());
      }
    }
  }

  private void recall(UUID task, String identity) {
    synchronized (ended) {
      ended.remove(task);
      // Unless it was forgotten and another task has it by now.
      identities.putIfAbsent(identity, task);
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
   * Returns the events of a live task. What was accumulated is there of the last checkpoint of each
   * step only.
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
   * the entries that the published count covers, and those never change, but that a checkpoint
   * loses what was accumulated once the next one has it.
   */
  private final class Journal implements TaskJournal {
    private final AcceptedTask task;
    // Volatile, so that who sees a grown array sees what was copied into it. An event that brought
    // nothing, which is every other one, stands for its entry.
    private volatile @Nullable Object[] entries = new Object[16];
    private int count;
    // The entry of a step's last checkpoint, by step.
    private Map<Integer, Integer> checkpoints = Map.of();

    Journal(AcceptedTask task) {
      this.task = task;
    }

    @Override
    public void append(
        TaskEvent event,
        @Nullable Object result,
        @Nullable StepFailure failure,
        Map<String, Object> metadata) {
      int next = count;
      @Nullable Object[] room = entries;
      if (next == room.length) {
        room = Arrays.copyOf(room, next * 2);
        entries = room;
      }
      boolean isBare = result == null && failure == null && metadata.isEmpty();
      room[next] = isBare ? event : new Entry(event, result, failure, metadata);
      if (event instanceof TaskEvent.CheckpointYielded yielded) {
        overtake(yielded.step(), next, room);
      }
      COUNT.setRelease(this, next + 1);
    }

    // A batch may go through any number of checkpoints, and only the last one is ever read.
    private void overtake(int step, int next, @Nullable Object[] room) {
      if (checkpoints.isEmpty()) {
        checkpoints = new HashMap<>();
      }
      Integer before = checkpoints.put(step, next);
      if (before != null && room[before] instanceof Entry entry) {
        room[before] = entry.event();
      }
    }

    @Override
    public void end(TaskState state) {
      live.remove(task.id());
      task.identity().ifPresent(identity -> remember(task.id(), identity));
    }

    @Override
    public void reopen() {
      task.identity().ifPresent(identity -> recall(task.id(), identity));
      live.put(task.id(), this);
    }

    List<Entry> entries() {
      int published = (int) COUNT.getAcquire(this);
      return Arrays.stream(entries, 0, published).map(Journal::entry).toList();
    }

    private static Entry entry(@Nullable Object kept) {
      return kept instanceof TaskEvent event
          ? new Entry(event, null, null, Map.of())
          : (Entry) Objects.requireNonNull(kept);
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
