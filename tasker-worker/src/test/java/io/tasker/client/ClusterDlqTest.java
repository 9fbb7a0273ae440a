package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers are those of Tasker Core 0.1.8, shortened. */
@Timeout(60)
class ClusterDlqTest {
  private static final UUID ENTRY = UUID.fromString("01a20f34-e043-7a3e-bd96-32c854ae3140");
  private static final UUID TASK = UUID.fromString("01a20f34-a0e1-79b6-b3a7-4e7adc01ffa8");
  private static final String ENTRY_JSON =
      """
      {"dlq_entry_uuid":"01a20f34-e043-7a3e-bd96-32c854ae3140",
       "task_uuid":"01a20f34-a0e1-79b6-b3a7-4e7adc01ffa8","original_state":"steps_in_process",
       "dlq_reason":"StalenessTimeout","dlq_timestamp":"2026-11-24T20:17:33.250610",
       "resolution_status":"Pending","resolution_timestamp":null,"resolution_notes":null,
       "resolved_by":null,"task_snapshot":{"a":1},"metadata":null,
       "created_at":"2026-11-24T20:17:33.250610","updated_at":"2026-11-24T20:17:33.250610"}
      """;

  private OrchestratorServer server;
  private TaskerClient client;

  @BeforeEach
  void start() throws IOException {
    server = new OrchestratorServer();
    client = TaskerClient.builder(server.url()).build();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void entries() throws Exception {
    server.answers(200, "[" + ENTRY_JSON + "]");

    List<DlqEntry> all =
        client.dlq().entries(5, 10).callAsync().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(server.last().line()).isEqualTo("GET /v1/dlq?limit=5&offset=10");
    DlqEntry entry = all.get(0);
    assertThat(entry.dlqEntryUuid()).isEqualTo(ENTRY);
    assertThat(entry.status()).contains(DlqStatus.PENDING);
    assertThat(entry.dlqTimestamp()).isEqualTo("2026-11-24T20:17:33.250610");
    assertThat(entry.taskSnapshot().path("a").asInt()).isEqualTo(1);
    assertThat(entry.metadata()).isNull();

    client.dlq().entries(DlqStatus.PERMANENTLY_FAILED, 1, 0).call();
    assertThat(server.last().line())
        .isEqualTo("GET /v1/dlq?resolution_status=PermanentlyFailed&limit=1&offset=0");
  }

  @Test
  void theEntryOfATask() {
    server.answers(200, ENTRY_JSON.replace("Pending", "SomethingNew"));

    DlqEntry entry = client.dlq().entry(TASK).call();
    assertThat(server.last().line()).isEqualTo("GET /v1/dlq/task/" + TASK);
    assertThat(entry.taskUuid()).isEqualTo(TASK);
    assertThat(entry.status()).isEmpty();
  }

  @Test
  void statistics() {
    server.answers(
        200,
        """
        [{"dlq_reason":"StalenessTimeout","total_entries":3,"pending":1,"manually_resolved":2,
          "permanent_failures":0,"cancelled":0,"oldest_entry":"2026-11-24T20:17:33.250610",
          "newest_entry":null,"avg_resolution_time_minutes":null}]
        """);

    DlqStatistics statistics = client.dlq().statistics().call().get(0);
    assertThat(server.last().line()).isEqualTo("GET /v1/dlq/stats");
    assertThat(statistics.manuallyResolved()).isEqualTo(2);
    assertThat(statistics.oldestEntry()).isEqualTo("2026-11-24T20:17:33.250610");
    assertThat(statistics.newestEntry()).isNull();
  }

  @Test
  void anInvestigation_isSettled() {
    server.answers(
        200,
        "{\"success\":true,\"message\":\"Updated\",\"dlq_entry_uuid\":\"%s\"}".formatted(ENTRY));

    assertThat(client.dlq().settle(ENTRY, DlqStatus.MANUALLY_RESOLVED, "reset", "ada").call())
        .isTrue();
    assertThat(server.last().line()).isEqualTo("PATCH /v1/dlq/entry/" + ENTRY);
    assertThat(server.last().body())
        .isEqualTo(
            "{\"resolution_status\":\"ManuallyResolved\",\"resolution_notes\":\"reset\","
                + "\"resolved_by\":\"ada\"}");
  }
}
