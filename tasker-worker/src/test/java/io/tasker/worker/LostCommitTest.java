package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.CuttingProxy.Moment;
import io.tasker.worker.database.ClusterDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are lost when it matters most: at a commit, heard or unheard. */
@Timeout(120)
class LostCommitTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final AtomicInteger calls = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void aClaim_isMadeOnce(Moment moment) throws Exception {
    runThrough("COALESCE(attempts, 0) + 1", moment);
  }

  @ParameterizedTest
  @EnumSource
  void aResult_isStoredOnce(Moment moment) throws Exception {
    runThrough("SET in_process = false", moment);
  }

  private void runThrough(String statement, Moment moment) throws Exception {
    TestHandlers handlers = new TestHandlers().with("a", i -> calls.incrementAndGet());
    // So that each statement travels as text, and the proxy knows it.
    String url = cluster.url() + "&prepareThreshold=0";
    URI address = URI.create(url.substring("jdbc:".length()));
    try (CuttingProxy proxy = new CuttingProxy(address.getPort(), statement, moment);
        TaskerWorker worker =
            TaskerWorker.builder()
                .url(url.replace(":" + address.getPort(), ":" + proxy.port()))
                .registry(handlers.registry)
                .template(
                    "flow.yaml",
                    """
                    name: flow
                    namespace_name: shop
                    version: "1.0.0"
                    steps:
                      - name: a
                        handler: {callable: a}
                        publishes_events: [{name: a.ended, description: x, schema: {}}]
                    """)
                .visibilityTimeout(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(100))
                .start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(proxy.hasCut()).isTrue();
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(calls).hasValue(1);
    assertThat(cluster.text("select attempts from workflow_steps")).isEqualTo("1");
    assertThat(cluster.text("select count(*) from workflow_step_result_audit")).isEqualTo("1");
    assertThat(cluster.text("select count(*) from pgmq.a_orchestration_step_results"))
        .isEqualTo("1");
    assertThat(cluster.text("select count(*) from pgmq.q_shop_domain_events")).isEqualTo("1");
  }
}
