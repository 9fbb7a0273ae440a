package io.tasker.client;

import io.tasker.http.ApiRequest;
import io.tasker.http.ApiResponse;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A call that is not made yet. Each is made once.
 *
 * @param <T> what it brings
 */
public final class ClusterCall<T> {
  private final ApiRequest request;
  private final Function<ApiResponse, T> reader;
  private final String onConflict;

  ClusterCall(ApiRequest request, Function<ApiResponse, T> reader) {
    this(request, reader, "");
  }

  /** Creates a call of which a conflict has a known cause and remedy. */
  ClusterCall(ApiRequest request, Function<ApiResponse, T> reader, String onConflict) {
    this.request = request;
    this.reader = reader;
    this.onConflict = onConflict;
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
    return ClusterAnswer.read(response, reader, onConflict);
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
              return ClusterAnswer.read(response, reader, onConflict);
            });
  }
}
