package io.tasker.engine;

import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import java.util.ArrayList;
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

  private final class Journal implements TaskJournal {
    private final AcceptedTask task;
    private final List<Entry> entries = new ArrayList<>();

    Journal(AcceptedTask task) {
      this.task = task;
    }

    @Override
    public synchronized void append(
        TaskEvent event, @Nullable Object result, @Nullable StepFailure failure) {
      entries.add(new Entry(event, result, failure));
    }

    @Override
    public void end(TaskState state) {
      live.remove(task.id());
    }

    synchronized List<Entry> entries() {
      return List.copyOf(entries);
    }
  }
}
