package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.worker.TaskerWorker;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What steps publish for good, while the database breaks before their outcomes are stored. */
@Timeout(300)
class DurableEventsTest {
  private static final String TEMPLATE =
      """
      name: checkout
      namespace_name: fault
      version: "1.0.0"
      steps:
        - name: charge
          handler: {callable: charge}
          publishes_events:
            - {name: charge.failed, description: x, schema: {}, condition: retryable_failure}
            - {name: charge.done, description: x, schema: {}}
            - {name: charge.tried, description: x, schema: {}, condition: always}
            - {name: charge.lost, description: x, schema: {}, condition: permanent_failure}
      """;
  private static final int TASKS = 30;
  private static final int HELD = 5;

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final ClusterRows rows = cluster.rows();
  private final Queue<Execution> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch isOver = new CountDownLatch(1);

  /** An event of a step, which must be there once. */
  private record Event(UUID step, String name) {}

  @ParameterizedTest
  @EnumSource(names = {"DATABASE_RESTART", "DATABASE_CRASH"})
  void eachOutcomeHasEachOfItsEventsOnce(Fault fault) {
    HandlerRegistry handlers =
        HandlerRegistry.empty().register(new WitnessedHandler("charge", seen::add, this::charge));
    try (TaskerWorker worker = cluster.worker(handlers, TEMPLATE).concurrency(HELD).start()) {
      cluster.create(tasks());
      cluster.awaitIdleOrchestrator(TASKS, HELD);
      fault.strike(cluster.real());
      isOver.countDown();
      cluster.awaitComplete(TASKS);
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(rows.steps())
        .hasSize(TASKS - rows.forgotten())
        .allMatch(step -> step.attempts() == 2);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(rows.counted());
    assertThat(published()).containsExactlyInAnyOrderElementsOf(expected());
  }

  private String charge(StepContext context) throws InterruptedException {
    if (context.input("number", Integer.class) < HELD) {
      isOver.await();
    }
    if (context.attempt() == 1) {
      throw new RetryableException("The bank is closed");
    }
    return "charged";
  }

  private static List<TaskRequest> tasks() {
    return IntStream.range(0, TASKS)
        .mapToObj(i -> Map.of("number", i))
        .map(input -> TaskRequest.of("fault", "checkout").version("1.0.0").input(input))
        .toList();
  }

  private List<Event> published() {
    Set<UUID> steps = rows.steps().stream().map(ClusterRows.Step::id).collect(Collectors.toSet());
    return rows
        .list(
            """
        SELECT CAST(message -> 'metadata' ->> 'step_uuid' AS uuid), message ->> 'event_name'
          FROM pgmq.q_fault_domain_events
        """,
            row -> new Event(row.getObject(1, UUID.class), row.getString(2)))
        .stream()
        .filter(event -> steps.contains(event.step()))
        .toList();
  }

  private List<Event> expected() {
    return rows.steps().stream()
        .flatMap(
            step ->
                Stream.of("charge.failed", "charge.tried", "charge.tried", "charge.done")
                    .map(name -> new Event(step.id(), name)))
        .toList();
  }
}
