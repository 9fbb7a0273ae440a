package io.tasker.engine;

import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps tasks in memory while they live and forgets them when they end. */
public final class InMemoryTaskStore implements TaskStore {
  private final Map<UUID, Journal> live = new ConcurrentHashMap<>();

  /**
   * An event and what came with it.
   *
   * @param event what happened
   * @param result the result of the step, or null
   * @param failure why the attempt failed, or null
   */
  public record Entry(TaskEvent event, @Nullable Object result, @Nullable StepFailure failure) {}

  /** Creates the store. */
  public InMemoryTaskStore() {}

  @Override
  public TaskJournal accept(AcceptedTask task) {
    Journal journal = new Journal(task);
    live.put(task.id(), journal);
    return journal;
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
