package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.event.DomainEvent;
import io.tasker.event.EngineEvent;
import io.tasker.event.StepOutcome;
import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.internal.JacksonCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a handler publishes by hand reaches whoever stores the outcome of a single step. */
@Timeout(60)
class CalledStepEventsTest {
  private static final String BATCHES =
      """
      name: flow
      namespace_name: test
      version: "1.0.0"
      steps:
        - name: analyze
          type: batchable
          handler: {callable: analyze, initialization: {worker_template_name: work}}
        - name: work
          type: batch_worker
          dependencies: [analyze]
          handler: {callable: work}
          batch_config: {batch_size: 100, parallelism: 2, cursor_field: row, worker_template: work, failure_strategy: continue_on_failure}
          publishes_events:
            - {name: part.done, description: "", schema: {}, condition: success, delivery_mode: durable}
            - {name: batch.done, description: "", schema: {}, condition: success, delivery_mode: durable}
      """;

  private final JacksonCodec codec = new JacksonCodec();

  private record Worker(String name) implements StepHandler, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      long from = context.checkpoint().map(BatchCheckpoint::cursor).orElse(0L);
      context.events().publish("part.done", from);
      return from == 0
          ? checkpointYield(context, 10, 10, null)
          : StepExecutionResult.success(context, Map.of("seen", from));
    }
  }

  private static StepEnd run(StepRunner runner, StepCall call) {
    AtomicReference<StepEnd> end = new AtomicReference<>();
    runner.prepare(call, end::set).run();
    return end.get();
  }

  @Test
  void aBatch_publishesWithItsOutcome_whatItPublishedBeforeItsCheckpointFirst() {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(new Worker("work"))
            .register(
                Adapters.adapter(
                    Adapters.handler("analyze").batchAnalyzer(), invocation -> Map.of()));
    JsonNode batch =
        codec.parse(
            "{\"cursor\": {\"batch_id\": \"001\", \"start_cursor\": 0, \"end_cursor\": 50,"
                + " \"batch_size\": 50}, \"is_no_op\": false}");
    try (StepRunner runner =
        StepRunner.builder().registry(handlers).template("flow.yaml", BATCHES).build()) {
      StepCall first =
          new StepCall(
              runner.workflows().get(0),
              "work",
              "work_001",
              new UUID(1, 1),
              new UUID(1, 2),
              new UUID(1, 3),
              1,
              3,
              codec.parse("{}"),
              List.of(),
              batch,
              Optional.empty());
      StepEnd.Yielded yielded = (StepEnd.Yielded) run(runner, first);
      StepEnd.Completed completed = (StepEnd.Completed) run(runner, first.from(yielded));
      StepOutcome outcome =
          new StepOutcome(
              new EngineEvent.TaskIdentity(new UUID(1, 1), new UUID(1, 3), "test", "flow", "1.0.0"),
              new UUID(1, 2),
              "work_001",
              1,
              Optional.empty(),
              false);

      List<DomainEvent> events =
          runner.events(first, outcome, completed.result(), completed.events()).durable();

      assertThat(events.stream().map(event -> event.name() + " " + event.payload()))
          .containsExactly("part.done 0", "part.done 10", "batch.done {\"seen\":10}");
    }
  }
}
