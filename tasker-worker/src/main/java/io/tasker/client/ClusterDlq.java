package io.tasker.client;

import io.tasker.http.ApiClient;
import io.tasker.http.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * The dead letter queue of a cluster: tasks that the orchestrator gave up, and what was found of
 * them. A task is helped by its steps, see {@link TaskerClient#resetForRetry}; here is only noted
 * what came of that. From {@link TaskerClient#dlq()}.
 */
public final class ClusterDlq {
  private final ApiClient api;

  ClusterDlq(ApiClient api) {
    this.api = api;
  }

  /**
   * Lists entries.
   *
   * @param limit how many at most
   * @param offset how many to leave out before
   * @return the call
   */
  public ClusterCall<List<DlqEntry>> entries(int limit, int offset) {
    return entries(api.request("GET", "v1/dlq"), limit, offset);
  }

  /**
   * Lists entries of one status.
   *
   * @param status the status
   * @param limit how many at most
   * @param offset how many to leave out before
   * @return the call
   */
  public ClusterCall<List<DlqEntry>> entries(DlqStatus status, int limit, int offset) {
    return entries(
        api.request("GET", "v1/dlq").query("resolution_status", status.wireName()), limit, offset);
  }

  private static ClusterCall<List<DlqEntry>> entries(ApiRequest request, int limit, int offset) {
    return new ClusterCall<>(
        request.query("limit", limit).query("offset", offset),
        response -> response.as(new TypeReference<List<DlqEntry>>() {}));
  }

  /**
   * Returns the latest entry of a task.
   *
   * @param task the id of the task
   * @return the call; of the kind {@code NOT_FOUND} if the task was never there
   */
  public ClusterCall<DlqEntry> entry(UUID task) {
    return new ClusterCall<>(
        api.request("GET", "v1/dlq/task").segment(Objects.requireNonNull(task, "task")),
        response -> response.as(DlqEntry.class));
  }

  /**
   * Counts the entries by reason.
   *
   * @return the call
   */
  public ClusterCall<List<DlqStatistics>> statistics() {
    return new ClusterCall<>(
        api.request("GET", "v1/dlq/stats"),
        response -> response.as(new TypeReference<List<DlqStatistics>>() {}));
  }

  /**
   * Notes what an investigation came to.
   *
   * @param entry the id of the entry
   * @param status its new status
   * @param notes what was found
   * @param who who says so
   * @return the call, which brings whether it was noted
   */
  public ClusterCall<Boolean> settle(UUID entry, DlqStatus status, String notes, String who) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("resolution_status", status.wireName());
    body.put("resolution_notes", Objects.requireNonNull(notes, "notes"));
    body.put("resolved_by", Objects.requireNonNull(who, "who"));
    return new ClusterCall<>(
        api.request("PATCH", "v1/dlq/entry")
            .segment(Objects.requireNonNull(entry, "entry"))
            .json(body),
        response -> response.as(JsonNode.class).path("success").asBoolean(false));
  }
}
