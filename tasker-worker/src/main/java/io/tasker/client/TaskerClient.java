package io.tasker.client;

import io.tasker.TaskRequest;
import io.tasker.http.ApiClient;
import io.tasker.http.ApiRequest;
import io.tasker.http.ApiResponse;
import io.tasker.internal.JacksonCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * Creates tasks on a Tasker Core cluster and looks at them, over its REST API.
 *
 * <pre>{@code
 * try (TaskerClient cluster =
 *     TaskerClient.builder("http://tasker.example.com:8080").auth(ApiAuth.apiKey(key)).build()) {
 *   ClusterTask task =
 *       cluster.create(
 *           TaskRequest.of("ecommerce", "order_processing").version("1.0.0").input(order)).call();
 *   List<ClusterStep> steps = cluster.steps(task.taskUuid()).call();
 * }
 * }</pre>
 *
 * <p>Each method describes a call, which is made by {@link ClusterCall#call()} or {@link
 * ClusterCall#callAsync()}. Safe for use by several threads, and meant to be shared.
 */
public final class TaskerClient implements AutoCloseable {
  private static final String IS_THERE =
      "Tasker Core tells tasks apart by workflow and input alone: look for the task there is, or"
          + " give the input a field that differs";
  private static final String IS_THERE_WITH_A_KEY =
      IS_THERE + ". The idempotency key of the request does not matter to Tasker Core 0.1.8";

  private final ApiClient api;
  private final String sourceSystem;
  private final JacksonCodec codec = new JacksonCodec();

  TaskerClient(ApiClient api, String sourceSystem) {
    this.api = api;
    this.sourceSystem = sourceSystem;
  }

  /**
   * Starts the description of a client.
   *
   * @param baseUrl the address of the orchestrator, for example {@code http://localhost:8080}
   * @return a builder
   * @throws IllegalArgumentException if it is no such address
   */
  public static TaskerClientBuilder builder(String baseUrl) {
    return new TaskerClientBuilder(baseUrl);
  }

  /**
   * Creates a task, whose first steps are enqueued at once. Tasker Core 0.1.8 tells tasks apart by
   * workflow and input alone: it ignores the idempotency key of the request and the identity
   * strategy of the workflow.
   *
   * @param task the task, with the version of its workflow
   * @return the call; of the kind {@code CONFLICT} if a task of this identity is there already
   * @throws IllegalArgumentException if the version is missing or the input is no JSON object
   */
  public ClusterCall<ClusterTask> create(TaskRequest task) {
    return new ClusterCall<>(
        api.request("POST", "v1/tasks").json(TaskBody.of(task, sourceSystem, codec)),
        response -> response.as(ClusterTask.class),
        task.idempotencyKey().isPresent() ? IS_THERE_WITH_A_KEY : IS_THERE);
  }

  /**
   * Returns a task.
   *
   * @param task the id
   * @return the call
   */
  public ClusterCall<ClusterTask> task(UUID task) {
    return new ClusterCall<>(at("GET", task), response -> response.as(ClusterTask.class));
  }

  /**
   * Returns a task with its workflow and its steps, in one answer and without what they hold.
   *
   * @param task the id
   * @return the call
   */
  public ClusterCall<TaskSummary> summary(UUID task) {
    return new ClusterCall<>(
        at("GET", task).segment("summary"), response -> response.as(TaskSummary.class));
  }

  /**
   * Lists tasks, a page at a time. A list says of each task only whether it is complete.
   *
   * @param filter which ones
   * @return the call
   */
  public ClusterCall<TaskPage> tasks(TaskFilter filter) {
    return new ClusterCall<>(
        filter.query(api.request("GET", "v1/tasks")), response -> response.as(TaskPage.class));
  }

  /**
   * Lists tasks, of all pages from that of the filter on. A page is asked for when its first task
   * is wanted, so tasks that come or go meanwhile may be missing or there twice.
   *
   * @param filter which ones; 100 on a page take the fewest calls
   * @return the tasks; reading them throws a {@link ClusterException} if the cluster refuses or
   *     cannot be reached
   */
  public Stream<ClusterTask> allTasks(TaskFilter filter) {
    Stream<TaskFilter> pages = Stream.iterate(filter, page -> page.page(page.page() + 1));
    return pages
        .map(page -> tasks(page).call())
        .flatMap(page -> page.tasksAndEnd().stream())
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  /**
   * Cancels a task.
   *
   * @param task the id
   * @return the call, which brings whether it was done: true, or a failure
   */
  public ClusterCall<Boolean> cancel(UUID task) {
    return new ClusterCall<>(at("DELETE", task), ApiResponse::isSuccess);
  }

  /**
   * Lists the steps of a task.
   *
   * @param task the id of the task
   * @return the call
   */
  public ClusterCall<List<ClusterStep>> steps(UUID task) {
    return new ClusterCall<>(
        at("GET", task).segment("workflow_steps"),
        response -> response.as(new TypeReference<List<ClusterStep>>() {}));
  }

  /**
   * Returns a step.
   *
   * @param task the id of the task
   * @param step the id of the step
   * @return the call
   */
  public ClusterCall<ClusterStep> step(UUID task, UUID step) {
    return new ClusterCall<>(stepAt("GET", task, step), response -> response.as(ClusterStep.class));
  }

  /**
   * Lists the outcomes of a step that workers stored, one for each attempt.
   *
   * @param task the id of the task
   * @param step the id of the step
   * @return the call
   */
  public ClusterCall<List<StepAudit>> audit(UUID task, UUID step) {
    return new ClusterCall<>(
        stepAt("GET", task, step).segment("audit"),
        response -> response.as(new TypeReference<List<StepAudit>>() {}));
  }

  /**
   * Lets a failed step be tried again, with all its attempts.
   *
   * @param task the id of the task
   * @param step the id of the step
   * @param reason why
   * @param who who says so
   * @return the call
   */
  public ClusterCall<ClusterStep> resetForRetry(UUID task, UUID step, String reason, String who) {
    return act(
        task, step, Map.of("action_type", "reset_for_retry", "reason", reason, "reset_by", who));
  }

  /**
   * Declares a step settled without a result.
   *
   * @param task the id of the task
   * @param step the id of the step
   * @param reason why
   * @param who who says so
   * @return the call
   */
  public ClusterCall<ClusterStep> resolveManually(UUID task, UUID step, String reason, String who) {
    return act(
        task,
        step,
        Map.of("action_type", "resolve_manually", "reason", reason, "resolved_by", who));
  }

  /**
   * Gives a step its result by hand.
   *
   * @param task the id of the task
   * @param step the id of the step
   * @param result the result: a record, a map, a JSON node or a scalar
   * @param reason why
   * @param who who says so
   * @return the call
   */
  public ClusterCall<ClusterStep> completeManually(
      UUID task, UUID step, Object result, String reason, String who) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("action_type", "complete_manually");
    body.put("completion_data", Map.of("result", Objects.requireNonNull(result, "result")));
    body.put("reason", reason);
    body.put("completed_by", who);
    return act(task, step, body);
  }

  private ClusterCall<ClusterStep> act(UUID task, UUID step, Map<String, ?> body) {
    return new ClusterCall<>(
        stepAt("PATCH", task, step).json(body), response -> response.as(ClusterStep.class));
  }

  /**
   * Asks whether the orchestrator is ready.
   *
   * @return the call, which brings true, or fails as {@code UNAVAILABLE}
   */
  public ClusterCall<Boolean> ready() {
    return new ClusterCall<>(api.request("GET", "health/ready"), ApiResponse::isSuccess);
  }

  /**
   * Returns the calls that look at the cluster as a whole: its templates, its health, its numbers.
   *
   * @return the calls
   */
  public ClusterInsight insight() {
    return new ClusterInsight(api);
  }

  /**
   * Returns the calls that look at the dead letter queue.
   *
   * @return the calls
   */
  public ClusterDlq dlq() {
    return new ClusterDlq(api);
  }

  private ApiRequest at(String method, UUID task) {
    return api.request(method, "v1/tasks").segment(Objects.requireNonNull(task, "task"));
  }

  private ApiRequest stepAt(String method, UUID task, UUID step) {
    return at(method, task).segment("workflow_steps").segment(Objects.requireNonNull(step, "step"));
  }

  @Override
  public void close() {
    api.close();
  }
}
