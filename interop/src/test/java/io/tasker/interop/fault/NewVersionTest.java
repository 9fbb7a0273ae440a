package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.worker.TaskerWorker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A new version of a workflow comes with a second worker while the first one runs the old one. */
@Timeout(180)
class NewVersionTest {
  private static final String OLD =
      """
      name: release
      namespace_name: fault
      version: "1.0.0"
      steps:
        - {name: build, handler: {callable: build}}
        - {name: ship, handler: {callable: ship}, dependencies: [build]}
      """;
  private static final String NEW =
      """
      name: release
      namespace_name: fault
      version: "1.1.0"
      steps:
        - {name: build, handler: {callable: build}}
        - {name: sign, handler: {callable: sign}, dependencies: [build]}
        - {name: ship, handler: {callable: ship}, dependencies: [sign]}
      """;
  private static final int TASKS = 5;

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final Queue<Execution> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch holding = new CountDownLatch(TASKS);
  private final CountDownLatch isReleased = new CountDownLatch(1);

  @Test
  void tasksEndWithTheVersionTheyBeganWith() throws Exception {
    List<UUID> old;
    List<UUID> young;
    try (TaskerWorker first = start(oldHandlers(), OLD)) {
      old = cluster.create(tasks("1.0.0"));
      assertThat(holding.await(60, TimeUnit.SECONDS)).isTrue();
      try (TaskerWorker second = start(newHandlers(), NEW)) {
        young = cluster.create(tasks("1.1.0"));
        isReleased.countDown();
        cluster.awaitComplete(2 * TASKS);
        assertThat(first.health().isReady()).isTrue();
        assertThat(second.health().isReady()).isTrue();
      }
    }
    assertThat(old).allSatisfy(task -> assertThat(steps(task)).containsExactly("build", "ship"));
    assertThat(young)
        .allSatisfy(task -> assertThat(steps(task)).containsExactly("build", "ship", "sign"));
    assertThat(cluster.rows().steps()).allMatch(step -> step.attempts() == 1);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(cluster.rows().counted());
  }

  private TaskerWorker start(HandlerRegistry handlers, String template) {
    return cluster.worker(handlers, template).visibilityTimeout(Duration.ofSeconds(1)).start();
  }

  private HandlerRegistry oldHandlers() {
    return HandlerRegistry.empty()
        .register(
            new WitnessedHandler(
                "build",
                seen::add,
                context -> {
                  holding.countDown();
                  isReleased.await();
                  return "built";
                }))
        .register(new WitnessedHandler("ship", seen::add, context -> "shipped"));
  }

  private HandlerRegistry newHandlers() {
    return HandlerRegistry.empty()
        .register(new WitnessedHandler("build", seen::add, context -> "built anew"))
        .register(new WitnessedHandler("sign", seen::add, context -> "signed"))
        .register(new WitnessedHandler("ship", seen::add, context -> "shipped anew"));
  }

  private static List<TaskRequest> tasks(String version) {
    return IntStream.range(0, TASKS)
        .mapToObj(i -> TaskRequest.of("fault", "release").version(version))
        .map(request -> request.input(Map.of("at", UUID.randomUUID())))
        .toList();
  }

  private List<String> steps(UUID task) {
    return cluster.rows().steps().stream()
        .filter(step -> step.task().equals(task))
        .map(ClusterRows.Step::name)
        .sorted()
        .toList();
  }
}
