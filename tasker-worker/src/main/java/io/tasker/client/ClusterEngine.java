package io.tasker.client;

import io.tasker.DuplicateTaskException;
import io.tasker.InvalidInputException;
import io.tasker.TaskEngine;
import io.tasker.TaskHandle;
import io.tasker.TaskRejectedException;
import io.tasker.TaskRequest;
import io.tasker.UnknownWorkflowException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs tasks on a Tasker Core cluster, for applications that are written against {@link TaskEngine}
 * and for the clients that the compiler generates.
 *
 * <pre>{@code
 * try (TaskerClient cluster = TaskerClient.builder("http://tasker.example.com:8080").build();
 *     TaskEngine engine = ClusterEngine.of(cluster)) {
 *   TaskResult result =
 *       engine
 *           .submit(
 *               TaskRequest.of("ecommerce", "order_processing").version("1.0.0").input(order))
 *           .await();
 * }
 * }</pre>
 *
 * <p>A cluster tells nobody when a task has ended, so whoever waits has the engine look: soon at
 * first, then less often. A look that finds the cluster out of reach or overloaded is made again
 * later; one that the cluster refuses, as for wrong credentials or a task that is gone, ends the
 * wait with a {@link ClusterException}. Without anybody waiting, nothing is asked.
 *
 * <p>What is different from the engine in this process:
 *
 * <ul>
 *   <li>A task that the cluster leaves in {@code blocked_by_failures} has ended for whoever waits,
 *       and its result says {@code error}. {@link TaskHandle#state()} says what the cluster says.
 *   <li>Only the outcome of the last attempt is told: a step that failed and then completed has no
 *       {@link io.tasker.StepReport#failure()}.
 *   <li>Results are read from JSON, always.
 *   <li>{@link TaskHandle}'s methods throw a {@link ClusterException} where the cluster refuses or
 *       cannot be reached.
 *   <li>Tasker Core 0.1.8 takes no task in again that is blocked or in error: an operator's action
 *       changes the step, and {@code await()} brings the same end with the step as it is then.
 *   <li>Cancelling interrupts no handler that runs; its result is dropped.
 *   <li>A result that is given by hand is not compared with the type that the handler declares.
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class ClusterEngine implements TaskEngine {
  private final TaskerClient client;
  private final Looks looks;
  private final String operator;
  private volatile boolean isClosed;

  ClusterEngine(TaskerClient client, Looks looks, String operator) {
    this.client = client;
    this.looks = looks;
    this.operator = operator;
  }

  /**
   * Returns an engine that looks every 2 seconds at most.
   *
   * @param client the client of the cluster, which the engine does not close
   * @return the engine
   */
  public static ClusterEngine of(TaskerClient client) {
    return builder(client).build();
  }

  /**
   * Starts the description of an engine.
   *
   * @param client the client of the cluster, which the engine does not close
   * @return a builder
   */
  public static ClusterEngineBuilder builder(TaskerClient client) {
    return new ClusterEngineBuilder(client);
  }

  /**
   * Creates a task on the cluster, whose first steps are enqueued at once. The cluster does not
   * validate the input against the template's input schema. A request without correlation id is
   * given one; if the cluster's answer was lost, the engine looks for the task that has it among
   * the newest of the namespace.
   *
   * @param request what to run, with the version of its workflow
   * @return the running task
   * @throws IllegalArgumentException if the request names no version
   * @throws UnknownWorkflowException if the cluster has no template of that identity
   * @throws InvalidInputException if the input is not a JSON object; nothing was sent
   * @throws TaskRejectedException if the engine is closed or the cluster has too much to do, with
   *     the {@link ClusterException} as its cause then
   * @throws ClusterException if the cluster refuses otherwise or its answer was lost. A task that
   *     is there already is one of the kind {@code CONFLICT} and no {@link DuplicateTaskException}:
   *     the cluster does not say which task it is
   */
  @Override
  public TaskHandle submit(TaskRequest request) {
    if (isClosed) {
      throw new TaskRejectedException(
          "The engine is closed: build another one for more tasks", true);
    }
    return handle(new TaskCreation(client, request).create());
  }

  /**
   * Returns a task of the cluster that has not ended, whoever created it.
   *
   * @param task the id of the task
   * @return the task, or empty if there is none of that id or it has ended; one that is blocked by
   *     failures is returned, for an operator to act on
   * @throws ClusterException if the cluster refuses or cannot be reached
   */
  @Override
  public Optional<TaskHandle> find(UUID task) {
    ClusterTask found;
    try {
      found = client.task(Objects.requireNonNull(task, "task")).call();
    } catch (ClusterException e) {
      if (e.kind() == ClusterException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    return ClusterAnswer.known(found).isFinal() ? Optional.empty() : Optional.of(handle(found));
  }

  private TaskHandle handle(ClusterTask task) {
    return new ClusterTaskHandle(new TaskOnCluster(client, task), looks, operator);
  }

  /**
   * Accepts no more tasks and ends all waiting: {@link TaskHandle#await()} throws an {@link
   * IllegalStateException}, and stages that have not completed fail with it. The tasks go on, and
   * the client stays open. A second call does nothing.
   */
  @Override
  public void close() {
    isClosed = true;
    looks.close();
  }
}
