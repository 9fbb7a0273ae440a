package io.tasker.samples.api;

import io.tasker.annotation.Api;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.http.ApiClient;
import java.math.BigDecimal;

/**
 * Changes money at a bank that speaks JSON over HTTP. The engine supplies the client for the
 * address that the application configures; {@code currency_exchange.yaml} has the steps. A status
 * that a further attempt may heal is tried again, with the wait that the bank asks for; any other
 * ends the step.
 */
public final class CurrencyExchange {
  private CurrencyExchange() {}

  record Rate(BigDecimal value) {}

  record Order(String currency, BigDecimal amount, BigDecimal rate) {}

  record Receipt(String id, BigDecimal bought) {}

  @Handler
  static Rate fetchRate(
      @Input("currency") String currency, @Api("${config.bank_url}") ApiClient bank) {
    return bank.request("GET", "rates").segment(currency).send().as(Rate.class);
  }

  @Handler
  static Receipt buyCurrency(
      @Depends(value = "fetch_rate", path = "value") BigDecimal rate,
      @Input("currency") String currency,
      @Input("amount") BigDecimal amount,
      @Api("${config.bank_url}") ApiClient bank) {
    return bank.post("orders", new Order(currency, amount, rate)).as(Receipt.class);
  }
}
