package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.handler.RetryableException;
import io.tasker.handler.StepException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiStatusTest {
  private static final String FAILURES =
      """
      300, false, permanent_error, http_error,             Redirect
      304, false, permanent_error, http_error,             Redirect
      399, false, permanent_error, http_error,             Redirect
      400, false, permanent_error, bad_request,            Bad Request
      401, false, permanent_error, unauthorized,           Unauthorized
      402, false, permanent_error, client_error,           Payment Required
      403, false, permanent_error, forbidden,              Forbidden
      404, false, permanent_error, not_found,              Not Found
      405, false, permanent_error, method_not_allowed,     Method Not Allowed
      406, false, permanent_error, client_error,           Not Acceptable
      408, true,  transient_error, request_timeout,        Request Timeout
      409, false, permanent_error, conflict,               Conflict
      410, false, permanent_error, gone,                   Gone
      413, false, permanent_error, client_error,           Content Too Large
      418, false, permanent_error, client_error,           Client Error
      422, false, permanent_error, unprocessable_entity,   Unprocessable Content
      425, false, permanent_error, client_error,           Client Error
      429, true,  rate_limited,    rate_limited,           Too Many Requests
      499, false, permanent_error, client_error,           Client Error
      500, true,  transient_error, internal_server_error,  Internal Server Error
      501, false, permanent_error, server_error,           Not Implemented
      502, true,  transient_error, bad_gateway,            Bad Gateway
      503, true,  transient_error, service_unavailable,    Service Unavailable
      504, true,  transient_error, gateway_timeout,        Gateway Timeout
      505, false, permanent_error, server_error,           HTTP Version Not Supported
      507, true,  transient_error, server_error,           Insufficient Storage
      520, true,  transient_error, server_error,           Server Error
      599, true,  transient_error, server_error,           Server Error
      999, false, permanent_error, http_error,             Unknown Status
      """;

  @ParameterizedTest
  @CsvSource(textBlock = FAILURES)
  void failures_throwWhatTheirStatusMeans(
      int status, boolean isRetryable, String classification, String errorType, String phrase)
      throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(status, ""));
        ApiClient api = ApiClient.of(server.url())) {
      StepException failure = catchThrowableOfType(StepException.class, () -> api.get("orders/7"));

      assertThat(failure).hasMessage("HTTP " + status + ": " + phrase);
      assertThat(failure instanceof RetryableException).isEqualTo(isRetryable);
      assertThat(failure.errorType()).isEqualTo(errorType);
      assertThat(failure.code()).contains("HTTP_" + status);
      assertThat(failure.context())
          .containsEntry("http_status", status)
          .containsEntry("classification", classification)
          .containsEntry("method", "GET")
          .containsEntry("url", server.url() + "/orders/7")
          .hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = FAILURES)
  void failures_leaveTheDecisionToAnExchange(
      int status, boolean isRetryable, String classification, String errorType, String phrase)
      throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(status, ""));
        ApiClient api = ApiClient.of(server.url())) {
      ApiResponse response = api.request("GET", "x").exchange();
      assertThat(response.status()).isEqualTo(status);
      assertThat(response.isSuccess()).isFalse();
      assertThat(response.classification().isRetryable()).isEqualTo(isRetryable);
      assertThat(response.failure()).hasMessageEndingWith(phrase);
      assertThat(response.classification().errorType()).isEqualTo(errorType);
      assertThat(response.classification().classification()).isEqualTo(classification);
    }
  }

  @ParameterizedTest
  @CsvSource({"200", "201", "202", "204", "206", "299"})
  void successes_areReturned(int status) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(status, ""));
        ApiClient api = ApiClient.of(server.url())) {
      ApiResponse response = api.get("x");
      assertThat(response.isSuccess()).isTrue();
      assertThat(response.classification().classification()).isEqualTo("success");
      assertThat(response.classification().errorType()).isEqualTo("success");
      assertThat(response.classification().phrase()).isEqualTo("Success");
    }
  }
}
