package io.tasker.samples.api;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import io.tasker.http.ApiClient;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs on an engine in real time, since virtual time does not wait for answers from outside. */
@ByReferenceAndAsJson
class RateBoardTest {
  private final boolean jsonRoundTrip;

  RateBoardTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private TaskResult run(Bank bank, List<String> currencies) throws InterruptedException {
    try (ApiClient client = ApiClient.of(bank.url());
        LocalEngine engine =
            LocalEngine.builder()
                .template("rate_board.yaml", Templates.text(RateBoard.class, "rate_board.yaml"))
                .provide(ApiClient.class, client)
                .provide(Clock.class, Clock.systemUTC())
                .jsonRoundTrip(jsonRoundTrip)
                .build()) {
      return engine
          .submit(TaskRequest.of("banking", "rate_board").input(Map.of("currencies", currencies)))
          .await();
    }
  }

  @Test
  void allRates_areAskedForAtOnce() throws Exception {
    try (Bank bank = new Bank()) {
      bank.answers("/v1/rates/CHF", "{\"value\": 0.8801}");
      bank.answers("/v1/rates/EUR", "{\"value\": 0.9215}");
      bank.answers("/v1/rates/GBP", "{\"value\": 0.7402}");

      TaskResult result = run(bank, List.of("GBP", "EUR", "CHF"));

      assertThat(result)
          .isComplete()
          .hasResult(
              "fetch_rates",
              "/rates",
              Map.of(
                  "CHF", new BigDecimal("0.8801"),
                  "EUR", new BigDecimal("0.9215"),
                  "GBP", new BigDecimal("0.7402")))
          .hasResult("best_rate", "", "EUR");
      assertThat(bank.requests())
          .containsExactlyInAnyOrder("GET /v1/rates/CHF", "GET /v1/rates/EUR", "GET /v1/rates/GBP");
    }
  }

  @Test
  void aRateThatIsNotThere_endsTheTask() throws Exception {
    try (Bank bank = new Bank()) {
      bank.answers("/v1/rates/EUR", "{\"value\": 0.9215}");

      assertThat(run(bank, List.of("EUR", "XXX")))
          .isError()
          .hasStep("fetch_rates")
          .hasAttempts(1)
          .hasCode("HTTP_404");
    }
  }
}
