package io.tasker.engine;

import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of one task, in order. Used by one thread at a time. */
public interface TaskJournal {

  /**
   * Keeps an event before it takes effect. Returns when it is as safe as the store promises.
   *
   * @param event what happened
   * @param result the result of the step for a {@link TaskEvent.Success}, as the handler returned
   *     it or as JSON; what was accumulated for a {@link TaskEvent.CheckpointYielded}; null for
   *     none
   * @param failure why the attempt failed for a {@link TaskEvent.StepFailed}, else null
   * @param metadata the facts about the run that the handler gave beside its result or failure;
   *     empty for none
   * @throws RuntimeException if it cannot be kept; the task is then given up
   */
  void append(
      TaskEvent event,
      @Nullable Object result,
      @Nullable StepFailure failure,
      Map<String, Object> metadata);

  /**
   * Notes that the task has ended; no event follows. Also called, with {@link TaskState#ERROR}, for
   * a task that was given up because an event could not be kept.
   *
   * @param state how it ended
   */
  void end(TaskState state);

  /**
   * Notes that a task that had ended in error goes on, because an operator acted; events follow.
   *
   * @throws UnsupportedOperationException if the store does not keep tasks that have ended, which
   *     is so unless it says otherwise
   */
  default void reopen() {
    throw new UnsupportedOperationException("The store does not keep tasks that have ended");
  }
}
