package com.acme.kinds;

import io.tasker.annotation.After;
import io.tasker.annotation.Backoff;
import io.tasker.annotation.Config;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepResult;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Configuration, services, settings and results of all forms. */
@Retry(maxAttempts = 2)
@Workflow(namespace = "kinds", name = "settings")
public final class Settings {
  private Settings() {}

  record Line(String sku, Map<String, BigDecimal> prices, @Nullable String note) {}

  record Sku(String sku) {}

  @Handler(value = "kinds_read", method = "read", aliases = {"kinds_load", "kinds_open"})
  @Retry(maxAttempts = 5, backoff = Backoff.LINEAR, base = "200ms", max = "10s")
  @Timeout("30s")
  static List<Line> readLines(
      @Config("source") String source,
      @Config(value = "limit", defaultValue = "10") int limit,
      @Input("at") @Nullable String at,
      @Input("days") Optional<Integer> days,
      @Provided Clock clock) {
    return List.of();
  }

  @Handler(step = "first_line")
  static CompletionStage<Optional<Line>> first(@Depends("read_lines") List<Line> lines) {
    return null;
  }

  @Handler
  static StepResult<int[]> sizes(@Depends("read_lines") List<Sku> lines, StepContext context) {
    return null;
  }

  @Handler
  @After({"first_line", "sizes"})
  static void close(@Depends("first_line") Optional<Sku> line) {}
}
