package io.tasker;

import java.util.Optional;
import java.util.UUID;

/**
 * Runs tasks, in this process ({@code LocalEngine}) or on a cluster ({@code ClusterEngine} of
 * tasker-worker). Safe for use by several threads; an application has one and closes it when it
 * ends.
 *
 * <pre>{@code
 * try (TaskEngine engine = LocalEngine.builder().registry(HandlerRegistry.load()).build()) {
 *   TaskResult result =
 *       engine.submit(TaskRequest.of("ecommerce", "order_processing").input(order)).await();
 * }
 * }</pre>
 */
public interface TaskEngine extends AutoCloseable {

  /**
   * Accepts a task and starts it.
   *
   * @param request what to run
   * @return the running task
   * @throws UnknownWorkflowException if no template has that namespace, name and version
   * @throws InvalidInputException if the input is not a JSON object or breaks the template's input
   *     schema; nothing was started
   * @throws DuplicateTaskException if the task is there already, see {@link IdentityStrategy}; that
   *     of a cluster throws an exception of its own, because a cluster does not say which task it
   *     is
   * @throws TaskRejectedException if the engine is closed or runs as many tasks as it may
   */
  TaskHandle submit(TaskRequest request);

  /**
   * Returns a task that has not ended.
   *
   * @param task the id of the task
   * @return the task, or empty if there is none of that id or it has ended
   */
  Optional<TaskHandle> find(UUID task);

  /**
   * Accepts no more tasks. An engine in this process waits for the running ones until its shutdown
   * deadline, then cancels those that are left; that of a cluster lets them go on and ends the
   * waiting for them. A second call does nothing.
   */
  @Override
  void close();
}
