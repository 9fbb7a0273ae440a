package io.tasker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.RetryableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskerMetricsTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: busy
          handler: {callable: busy}
          retry: {retryable: true, max_attempts: 2, backoff: none}
          publishes_events:
            - {name: busy.ended, description: x, schema: {}, delivery_mode: fast}
        - name: analyze
          type: batchable
          handler: {callable: analyze, initialization: {worker_template_name: work}}
        - name: work
          type: batch_worker
          dependencies: [analyze]
          handler: {callable: work}
          batch_config: {batch_size: 1, parallelism: 2, cursor_field: row, worker_template: work, failure_strategy: continue_on_failure}
      """;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aTask_isCountedWithItsStepsRetriesAndEvents() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                "busy",
                (context, dependencies) -> {
                  if (calls.incrementAndGet() == 1) {
                    throw new RetryableException("busy");
                  }
                  return 1;
                })
            .register("analyze", (context, dependencies) -> plan())
            .register("work", (context, dependencies) -> 1);
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template("flow.yaml", FLOW)
            .listener(new TaskerMetrics(registry))
            .build()) {
      assertThat(engine.submit(TaskRequest.of("shop", "flow")).await().state())
          .isEqualTo(TaskState.COMPLETE);
    }

    assertThat(counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tasker.tasks.started[namespace=shop, workflow=flow]",
                1L,
                "tasker.tasks[namespace=shop, state=complete, workflow=flow]",
                1L,
                "tasker.steps.retries[namespace=shop, step=busy, workflow=flow]",
                1L,
                step("busy", "failure", "retryable_error"),
                1L,
                step("busy", "success", "none"),
                1L,
                step("analyze", "success", "none"),
                1L,
                step("work", "success", "none"),
                3L,
                "tasker.events[event=busy.ended, namespace=shop, outcome=published]",
                1L));
  }

  private static String step(String step, String outcome, String error) {
    return "tasker.steps[error=%s, namespace=shop, outcome=%s, step=%s, workflow=flow]"
        .formatted(error, outcome, step);
  }

  private static Object plan() {
    return BatchPlan.of(3).size(1);
  }

  private Map<String, Long> counts() {
    return registry.getMeters().stream()
        .collect(Collectors.toMap(TaskerMetricsTest::name, TaskerMetricsTest::count));
  }

  private static String name(Meter meter) {
    List<String> tags =
        meter.getId().getTags().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .sorted()
            .toList();
    return meter.getId().getName() + tags;
  }

  private static long count(Meter meter) {
    return (long) meter.measure().iterator().next().getValue();
  }
}
