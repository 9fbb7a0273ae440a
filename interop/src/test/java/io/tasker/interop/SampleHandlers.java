package io.tasker.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.HandlerRegistry;
import io.tasker.engine.EngineBuilder;
import io.tasker.engine.LocalEngineBuilder;
import io.tasker.http.ApiClient;
import io.tasker.samples.api.CurrencyExchange;
import io.tasker.samples.approval.ApprovalByHand;
import io.tasker.samples.dataset.LargeDataset;
import io.tasker.samples.dispatch.MultiMethod;
import io.tasker.samples.retries.FailNTimes;
import io.tasker.template.HandlerReference;
import io.tasker.worker.TaskerWorkerBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives an engine what the samples need: handlers, templates, services and configuration. */
final class SampleHandlers implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T09:00:00Z"), ZoneOffset.UTC);

  // All but compliance, in which a decision is a branch of another.
  private static final List<String> RUNS_ON_A_CLUSTER =
      List.of(
          "banking",
          "batch_resumption",
          "checkpoint_yield",
          "combined_workflow",
          "conditional_approval",
          "csv_processing",
          "customer_success",
          "data_pipeline",
          "data_processing",
          "diamond",
          "domain_events",
          "ecommerce",
          "error_scenarios",
          "linear",
          "microservices",
          "mixed_dag",
          "order_fulfillment",
          "payments",
          "resolver_tests",
          "retry_mechanics",
          "tree");

  private final Bank bank = new Bank();
  private final ApiClient client = ApiClient.of(bank.url());
  private final HandlerRegistry registry = HandlerRegistry.load();

  SampleHandlers() {
    add(LargeDataset.handlers());
    add(ApprovalByHand.handlers());
  }

  private void add(HandlerRegistry more) {
    for (String callable : more.callables()) {
      registry.register(more.require("", HandlerReference.to(callable), callable));
    }
  }

  /** Gives a worker all that a cluster can run. */
  TaskerWorkerBuilder equip(TaskerWorkerBuilder worker) {
    add(worker);
    RUNS_ON_A_CLUSTER.forEach(worker::namespace);
    return worker;
  }

  LocalEngineBuilder equip(LocalEngineBuilder engine) {
    add(engine);
    return engine;
  }

  private void add(EngineBuilder<?> engine) {
    engine
        .registry(registry)
        .provide(Clock.class, CLOCK)
        .provide(ApiClient.class, client)
        .config("banking", "currency_exchange", Map.of("bank_url", bank.url()));
    addTemplate(engine, LargeDataset.class, "large_dataset_processor.yaml");
    addTemplate(engine, ApprovalByHand.class, "approval_by_hand.yaml");
    addTemplate(engine, FailNTimes.class, "retry_after_transient_failure.yaml");
    addTemplate(engine, FailNTimes.class, "retry_exhaustion.yaml");
    addTemplate(engine, MultiMethod.class, "method_dispatch.yaml");
    addTemplate(engine, MultiMethod.class, "resolver_chain.yaml");
    addTemplate(engine, CurrencyExchange.class, "currency_exchange.yaml");
    addTemplate(engine, CurrencyExchange.class, "rate_board.yaml");
  }

  private static void addTemplate(EngineBuilder<?> engine, Class<?> beside, String fileName) {
    try (InputStream yaml = Objects.requireNonNull(beside.getResourceAsStream(fileName))) {
      engine.template(fileName, new String(yaml.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    bank.close();
  }
}
