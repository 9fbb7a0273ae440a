package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchSlice;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.worker.CuttingProxy.Moment;
import io.tasker.worker.database.ClusterDatabase;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is lost with the commit of a checkpoint, or with the answer to it. */
@Timeout(120)
class LostCheckpointTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: a
          type: batchable
          handler: {callable: a}
        - name: work
          type: batch_worker
          dependencies: [a]
          handler: {callable: work}
          batch_config: {batch_size: 10, parallelism: 1, cursor_field: id, worker_template: work, failure_strategy: fail_fast}
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final ConcurrentLinkedQueue<Long> positions = new ConcurrentLinkedQueue<>();

  private TestHandlers handlers() {
    Parameter<BatchSlice> slice = Parameter.slice();
    return new TestHandlers()
        .with(TestHandlers.handler("a").batchAnalyzer(), i -> BatchPlan.of(10).size(10))
        .with(
            TestHandlers.handler("work")
                .batchWorker()
                .parameters(slice)
                .result(JsonType.of(Long.class)),
            i -> {
              BatchSlice batch = i.argument(slice);
              positions.add(batch.position());
              return batch.checkpoint().isEmpty()
                  ? BatchProgress.checkpoint(batch.start() + 4, 4, List.of("kept"))
                  : BatchProgress.done(batch.end() - batch.position());
            });
  }

  @ParameterizedTest
  @EnumSource
  void theBatchGoesOnBehindIt(Moment moment) throws Exception {
    // So that each statement travels as text, and the proxy knows it.
    String url = cluster.url() + "&prepareThreshold=0";
    URI address = URI.create(url.substring("jdbc:".length()));
    try (CuttingProxy proxy = new CuttingProxy(address.getPort(), "SET checkpoint =", moment);
        TaskerWorker worker =
            TaskerWorker.builder()
                .url(url.replace(":" + address.getPort(), ":" + proxy.port()))
                .registry(handlers().registry)
                .template("flow.yaml", FLOW)
                .start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "work_001", "complete");

      assertThat(orchestrator.stored(task, "work_001", "result")).isEqualTo("6");
      assertThat(proxy.hasCut()).isTrue();
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(positions).containsExactly(0L, 4L);
    assertThat(cluster.text("select max(attempts) from workflow_steps")).isEqualTo("1");
    assertThat(cluster.text("select max(checkpoint ->> 'items_processed') from workflow_steps"))
        .isEqualTo("4");
  }
}
