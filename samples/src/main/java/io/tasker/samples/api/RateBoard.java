package io.tasker.samples.api;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.http.ApiClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks for several rates at once. The first step returns before the answers are there, so it holds
 * no thread while it waits; the second one takes what they came to.
 */
public final class RateBoard {
  private RateBoard() {}

  record Board(Map<String, BigDecimal> rates) {}

  @Handler
  static CompletionStage<Board> fetchRates(
      @Input("currencies") List<String> currencies, @Provided ApiClient bank) {
    CompletionStage<Board> board = CompletableFuture.completedStage(new Board(Map.of()));
    for (String currency : currencies) {
      board =
          board.thenCombine(
              bank.request("GET", "rates").segment(currency).sendAsync(),
              (sofar, answer) ->
                  plus(sofar, currency, answer.as(CurrencyExchange.Rate.class).value()));
    }
    return board;
  }

  @Handler
  static String bestRate(@Depends("fetch_rates") Board board) {
    return board.rates().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("none");
  }

  private static Board plus(Board board, String currency, BigDecimal rate) {
    Map<String, BigDecimal> rates = new TreeMap<>(board.rates());
    rates.put(currency, rate);
    return new Board(rates);
  }
}
