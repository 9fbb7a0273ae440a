package io.tasker;

import java.util.Optional;
import java.util.UUID;

/**
 * Runs tasks. Safe for use by several threads; an application has one and closes it when it ends.
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
   * @throws DuplicateTaskException if the task is there already, see {@link IdentityStrategy}
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
   * Accepts no more tasks, waits for the running ones until the engine's shutdown deadline, then
   * cancels those that are left. A second call does nothing.
   */
  @Override
  void close();
}
