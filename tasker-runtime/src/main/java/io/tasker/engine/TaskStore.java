package io.tasker.engine;

/** Where an engine keeps its tasks. Safe for use by several threads. */
public interface TaskStore {

  /**
   * Keeps a new task. Returns when it is as safe as the store promises.
   *
   * @param task the task
   * @return where its events go
   * @throws io.tasker.DuplicateTaskException if the store remembers a task with the same identity
   * @throws RuntimeException if it cannot be kept; the task is then not accepted
   */
  TaskJournal accept(AcceptedTask task);
}
