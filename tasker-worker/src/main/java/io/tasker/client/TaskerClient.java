package io.tasker.client;

import io.tasker.TaskRequest;
import io.tasker.http.ApiClient;
import io.tasker.http.ApiRequest;
import io.tasker.http.ApiResponse;
import io.tasker.internal.JacksonCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
 * <p>Each method describes a call, which is made by {@link Call#call()} or {@link
 * Call#callAsync()}. Safe for use by several threads, and meant to be shared.
 */
public final class TaskerClient implements AutoCloseable {
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
   * A call that is not made yet. Each is made once.
   *
   * @param <T> what it brings
   */
  public static final class Call<T> {
    private final ApiRequest request;
    private final Function<ApiResponse, T> reader;

    private Call(ApiRequest request, Function<ApiResponse, T> reader) {
      this.request = request;
      this.reader = reader;
    }

    /**
     * Makes the call and waits for the answer.
     *
     * @return what it brings
     * @throws ClusterException if the cluster refuses or cannot be reached
     */
    public T call() {
      ApiResponse response;
      try {
        response = request.exchange();
      } catch (RuntimeException e) {
        throw ClusterAnswer.unanswered(e);
      }
      return ClusterAnswer.read(response, reader);
    }

    /**
     * Makes the call without waiting.
     *
     * @return what it brings; fails with a {@link ClusterException}, as the cause of a {@link
     *     java.util.concurrent.CompletionException}
     */
    public CompletionStage<T> callAsync() {
      return request
          .exchangeAsync()
          .handle(
              (response, thrown) -> {
                if (thrown != null) {
                  throw ClusterAnswer.unanswered(thrown);
                }
                return ClusterAnswer.read(response, reader);
              });
    }
  }

  /**
   * Creates a task, whose first steps are enqueued at once.
   *
   * @param task the task, with the version of its workflow
   * @return the call; of the kind {@code CONFLICT} if a task of this identity is there already
   * @throws IllegalArgumentException if the version is missing or the input is no JSON object
   */
  public Call<ClusterTask> create(TaskRequest task) {
    return new Call<>(
        api.request("POST", "v1/tasks").json(TaskBody.of(task, sourceSystem, codec)),
        response -> response.as(ClusterTask.class));
  }

  /**
   * Returns a task.
   *
   * @param task the id
   * @return the call
   */
  public Call<ClusterTask> task(UUID task) {
    return new Call<>(at("GET", task), response -> response.as(ClusterTask.class));
  }

  /**
   * Lists tasks.
   *
   * @param filter which ones
   * @return the call
   */
  public Call<TaskPage> tasks(TaskFilter filter) {
    ApiRequest request =
        api.request("GET", "v1/tasks")
            .query("page", filter.page())
            .query("per_page", filter.perPage());
    if (filter.namespace() != null) {
      request = request.query("namespace", filter.namespace());
    }
    if (filter.status() != null) {
      request = request.query("status", filter.status().name().toLowerCase(Locale.ROOT));
    }
    return new Call<>(request, response -> response.as(TaskPage.class));
  }

  /**
   * Cancels a task.
   *
   * @param task the id
   * @return the call, which brings whether it was done: true, or a failure
   */
  public Call<Boolean> cancel(UUID task) {
    return new Call<>(at("DELETE", task), ApiResponse::isSuccess);
  }

  /**
   * Lists the steps of a task.
   *
   * @param task the id of the task
   * @return the call
   */
  public Call<List<ClusterStep>> steps(UUID task) {
    return new Call<>(
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
  public Call<ClusterStep> step(UUID task, UUID step) {
    return new Call<>(stepAt("GET", task, step), response -> response.as(ClusterStep.class));
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
  public Call<ClusterStep> resetForRetry(UUID task, UUID step, String reason, String who) {
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
  public Call<ClusterStep> resolveManually(UUID task, UUID step, String reason, String who) {
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
  public Call<ClusterStep> completeManually(
      UUID task, UUID step, Object result, String reason, String who) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("action_type", "complete_manually");
    body.put("completion_data", Map.of("result", Objects.requireNonNull(result, "result")));
    body.put("reason", reason);
    body.put("completed_by", who);
    return act(task, step, body);
  }

  private Call<ClusterStep> act(UUID task, UUID step, Map<String, ?> body) {
    return new Call<>(
        stepAt("PATCH", task, step).json(body), response -> response.as(ClusterStep.class));
  }

  /**
   * Asks whether the orchestrator is ready.
   *
   * @return the call, which brings true, or fails as {@code UNAVAILABLE}
   */
  public Call<Boolean> ready() {
    return new Call<>(api.request("GET", "health/ready"), ApiResponse::isSuccess);
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
