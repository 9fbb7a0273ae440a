package io.tasker.client;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.client.ClusterException.Kind;
import io.tasker.handler.StepException;
import io.tasker.http.ApiResponse;
import io.tasker.http.PermanentApiException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a cluster answers. */
final class ClusterAnswer {
  private ClusterAnswer() {}

  /**
   * Returns what a success brings.
   *
   * @param onConflict what a conflict means and what to do then, or empty
   * @throws ClusterException if it is none
   */
  static <T> T read(ApiResponse response, Function<ApiResponse, T> reader, String onConflict) {
    if (!response.isSuccess()) {
      throw failure(response, onConflict);
    }
    try {
      return reader.apply(response);
    } catch (PermanentApiException e) {
      throw new ClusterException(
          Kind.UNAVAILABLE, "", null, "The cluster's answer cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns a part of an answer, or null for JSON's null, too. */
  static @Nullable JsonNode orNull(@Nullable JsonNode part) {
    return part == null || part.isNull() ? null : part;
  }

  /** Returns the state of a task, or empty if this version does not know it. */
  static Optional<TaskState> taskState(String name) {
    try {
      return Optional.of(TaskState.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the state of a task.
   *
   * @throws ClusterException if this version does not know it
   */
  static TaskState known(ClusterTask task) {
    return task.state().orElseThrow(() -> unknownState("task " + task.taskUuid(), task.status()));
  }

  /**
   * Returns the state of a step.
   *
   * @throws ClusterException if this version does not know it
   */
  static StepState known(ClusterStep step) {
    return step.state()
        .orElseThrow(() -> unknownState("step '" + step.name() + "'", step.currentState()));
  }

  private static ClusterException unknownState(String what, String state) {
    return new ClusterException(
        Kind.REFUSED,
        "",
        null,
        "The cluster says that %s is '%s', a state that this version of Tasker for Java does not know"
            .formatted(what, state),
        null);
  }

  private static ClusterException failure(ApiResponse response, String onConflict) {
    JsonNode error = error(response);
    String code = error.path("code").asString("");
    String message = error.path("message").asString("");
    Kind kind = kind(response.status(), code);
    return new ClusterException(
        kind,
        code,
        response.retryAfter().orElse(null),
        "The cluster answered %d%s%s%s"
            .formatted(
                response.status(),
                code.isEmpty() ? "" : " " + code,
                message.isEmpty() ? "" : ": " + message,
                kind == Kind.CONFLICT && !onConflict.isEmpty() ? ". " + onConflict : ""),
        null);
  }

  private static JsonNode error(ApiResponse response) {
    try {
      return response.json().path("error");
    } catch (PermanentApiException e) {
      // Not from the cluster itself, such as the page of a proxy.
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static Kind kind(int status, String code) {
    return switch (status) {
      case 401, 403 -> Kind.NOT_ALLOWED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 429 -> Kind.OVERLOADED;
      case 503 -> code.equals("BACKPRESSURE") ? Kind.OVERLOADED : Kind.UNAVAILABLE;
      default -> status >= 400 && status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
    };
  }

  /** Returns what a call means that brought no answer. */
  static RuntimeException unanswered(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof ClusterException known) {
      return known;
    }
    if (cause instanceof StepException call) {
      return new ClusterException(
          Kind.UNAVAILABLE, "", null, "The cluster did not answer: " + call.getMessage(), call);
    }
    return cause instanceof RuntimeException other ? other : new CompletionException(cause);
  }
}
