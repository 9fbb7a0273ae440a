package io.tasker.http;

import io.tasker.handler.OrchestrationMetadata;
import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepException;
import io.tasker.handler.StepExecutionResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hand-written handlers that call an HTTP API return, whichever client they call it with.
 * Methods with typed parameters take an {@link ApiClient} instead, whose failures say the same.
 *
 * <pre>{@code
 * final class Rates implements StepHandler, ApiCapable {
 *   @Override
 *   public StepExecutionResult call(StepContext context) {
 *     ApiResponse rates = bank.request("GET", "rates").exchange();
 *     return rates.isSuccess()
 *         ? apiSuccess(context, rates.json(), rates.status(), Map.of())
 *         : apiFailure(context, rates);
 *   }
 *
 *   @Override
 *   public String name() {
 *     return "rates";
 *   }
 * }
 * }</pre>
 */
public interface ApiCapable {

  /**
   * Returns what a status means to a step.
   *
   * @param status the three digits
   * @return the classification
   */
  default ApiStatus classifyStatusCode(int status) {
    return new ApiStatus(status);
  }

  /**
   * Reports a call that succeeded.
   *
   * @param context the context the handler was called with
   * @param data what the service answered: a record, a map, a JSON node or a scalar; null for
   *     nothing
   * @param status the three digits
   * @param headers the headers that later steps need; empty for none
   * @return the outcome: {@code data}, {@code status_code} and the headers, if there are any
   */
  default StepExecutionResult apiSuccess(
      StepContext context, @Nullable Object data, int status, Map<String, String> headers) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("data", data);
    result.put("status_code", status);
    if (!headers.isEmpty()) {
      result.put("headers", headers);
    }
    return StepExecutionResult.success(
        context.stepUuid(), result, 0, Map.of("http_status", status));
  }

  /**
   * Reports a call that failed. The status says whether a further attempt may heal it.
   *
   * @param context the context the handler was called with
   * @param message what went wrong and what to do
   * @param status the three digits
   * @param errorType one of {@link io.tasker.handler.ErrorTypes}, or {@link ApiStatus#errorType()}
   * @return the outcome, with the code {@code HTTP_} and the status
   */
  default StepExecutionResult apiFailure(
      StepContext context, String message, int status, String errorType) {
    ApiStatus meaning = classifyStatusCode(status);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("http_status", status);
    facts.put("classification", meaning.classification());
    return StepExecutionResult.failure(
        context.stepUuid(), message, "HTTP_" + status, errorType, meaning.isRetryable(), 0, facts);
  }

  /**
   * Reports an answer that is not a success, with the message of the service, if it sent one, and
   * the wait that it asked for.
   *
   * @param context the context the handler was called with
   * @param answer the answer
   * @return the outcome, with the code {@code HTTP_} and the status
   * @throws IllegalStateException if the call succeeded
   */
  default StepExecutionResult apiFailure(StepContext context, ApiResponse answer) {
    StepException failure = answer.failure();
    boolean isRetryable = failure instanceof RetryableException;
    StepExecutionResult outcome =
        StepExecutionResult.failure(
            context.stepUuid(),
            String.valueOf(failure.getMessage()),
            failure.code().orElse(null),
            failure.errorType(),
            isRetryable,
            0,
            failure.context());
    BackoffType why =
        answer.status() == 429
            ? BackoffType.RATE_LIMIT
            : answer.status() == 503
                ? BackoffType.SERVICE_UNAVAILABLE
                : BackoffType.SERVER_REQUESTED;
    return answer
        .retryAfter()
        .filter(wait -> isRetryable)
        .map(wait -> OrchestrationMetadata.retryAfter(wait, why))
        .map(outcome::withOrchestrationMetadata)
        .orElse(outcome);
  }
}
