package io.tasker.samples.api;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class CurrencyExchangeTest {
  private static final String RATE = "{\"value\": 0.9215, \"date\": \"2026-03-01\"}";
  private static final String RECEIPT = "{\"id\": \"order_17\", \"bought\": 92.15}";

  private final boolean jsonRoundTrip;
  private Bank bank;

  CurrencyExchangeTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  @BeforeEach
  void open() throws IOException {
    bank = new Bank();
  }

  @AfterEach
  void close() {
    bank.close();
  }

  private WorkflowRun run() {
    return WorkflowTest.of(
            HandlerRegistry.load(),
            Templates.read(CurrencyExchange.class, "currency_exchange.yaml"))
        .config(Map.of("bank_url", bank.url()))
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("currency", "EUR", "amount", new BigDecimal("100.00")));
  }

  @Test
  void theRate_isFetchedAndUsed() {
    bank.answers(200, RATE).answers(201, RECEIPT);

    assertThat(run())
        .isComplete()
        .hasResult("fetch_rate", "/value", new BigDecimal("0.9215"))
        .hasResult(
            "buy_currency", "", new CurrencyExchange.Receipt("order_17", new BigDecimal("92.15")));
    assertThat(bank.requests())
        .containsExactly(
            "GET /v1/rates/EUR",
            "POST /v1/orders {\"currency\":\"EUR\",\"amount\":100.00,\"rate\":0.9215}");
  }

  @ParameterizedTest
  @CsvSource({"429, rate_limited", "503, service_unavailable"})
  void aBusyBank_isAskedAgainWhenItSays(int status, String errorType) {
    bank.answers(status, Map.of("Retry-After", "30"), "{}")
        .answers(200, RATE)
        .answers(201, RECEIPT);

    WorkflowRun run = run();

    assertThat(run).isComplete().hasAttemptsAfter("fetch_rate", ZERO, ofSeconds(30));
    assertThat(run.attempts("fetch_rate").get(0).failure().orElseThrow().errorType())
        .isEqualTo(errorType);
  }

  @Test
  void aBankThatFails_isAskedThreeTimes() {
    bank.answers(500, "{}").answers(502, "{}").answers(500, "{\"message\": \"Vault is shut\"}");

    assertThat(run())
        .isError()
        .hasAttemptsAfter("fetch_rate", ZERO, ofSeconds(1), ofSeconds(3))
        .hasStep("fetch_rate")
        .hasCode("HTTP_500")
        .hasMessageContaining("Vault is shut");
  }

  @ParameterizedTest
  @CsvSource({"400, HTTP_400", "403, HTTP_403", "404, HTTP_404", "409, HTTP_409", "422, HTTP_422"})
  void anAnswerThatWouldNotChange_endsTheStep(int status, String code) {
    bank.answers(status, "{\"error\": \"No such currency\"}");

    assertThat(run())
        .isError()
        .hasElapsed(ZERO)
        .hasStep("buy_currency", step -> step.isPending())
        .hasStep("fetch_rate", step -> step.isError().hasAttempts(1).hasCode(code));
  }

  @Test
  void anOrderThatFails_doesNotFetchTheRateAgain() {
    bank.answers(200, RATE).answers(503, "{}").answers(201, RECEIPT);

    assertThat(run()).isComplete().hasStep("buy_currency").hasAttempts(2);
    assertThat(bank.requests()).hasSize(3).first().isEqualTo("GET /v1/rates/EUR");
  }
}
