package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers are those of Tasker Core 0.1.8, shortened. */
@Timeout(60)
class ClusterInsightTest {
  private OrchestratorServer server;
  private TaskerClient client;
  private ClusterInsight insight;

  @BeforeEach
  void start() throws IOException {
    server = new OrchestratorServer();
    client = TaskerClient.builder(server.url()).build();
    insight = client.insight();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void health() throws Exception {
    server.answers(
        200,
        """
        {"status":"degraded","timestamp":"2026-11-24T16:41:37.607336272+00:00","checks":{
          "web_database":{"status":"healthy","message":"web_database connected","duration_ms":0},
          "queue_depth":{"status":"degraded","message":null,"duration_ms":4}},
         "info":{"version":"0.1.8","environment":"test","operational_state":"Normal",
          "web_database_pool_size":5,"circuit_breaker_state":"Closed"}}
        """);

    ClusterHealth health =
        insight.health().callAsync().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(server.last().line()).isEqualTo("GET /health/detailed");
    assertThat(health.isHealthy()).isFalse();
    assertThat(health.timestamp()).isEqualTo("2026-11-24T16:41:37.607336272Z");
    assertThat(health.checks().keySet()).containsExactly("web_database", "queue_depth");
    assertThat(health.info().version()).isEqualTo("0.1.8");

    assertThat(insight.live().call()).isTrue();
    assertThat(server.last().line()).isEqualTo("GET /health/live");
  }

  @Test
  void templates() {
    server.answers(
        200,
        """
        {"namespaces":[{"name":"shop","description":null,"template_count":1}],
         "templates":[{"name":"linear","namespace":"shop","version":"1.0.0",
          "description":"Five steps","step_count":5}],"total_count":1}
        """);

    ClusterTemplates all = insight.templates().call();
    assertThat(server.last().line()).isEqualTo("GET /v1/templates");
    assertThat(all.templates())
        .containsExactly(new ClusterTemplates.Template("shop", "linear", "1.0.0", "Five steps", 5));
    assertThat(all.namespaces()).containsExactly(new ClusterTemplates.Namespace("shop", null, 1));
    insight.templates("shop").call();
    assertThat(server.last().line()).isEqualTo("GET /v1/templates?namespace=shop");

    server.answers(
        200,
        """
        {"name":"linear","namespace":"shop","version":"1.0.0","description":null,
         "configuration":{"name":"linear"},"steps":[{"name":"first","description":null,
          "default_retryable":true,"default_max_attempts":3,"result_schema":null}]}
        """);
    ClusterTemplate one = insight.template("shop", "linear", "1.0.0").call();
    assertThat(server.last().line()).isEqualTo("GET /v1/templates/shop/linear/1.0.0");
    assertThat(one.steps()).containsExactly(new ClusterTemplate.Step("first", null, true, 3, null));
  }

  @Test
  void numbers() {
    server.answers(
        200,
        """
        {"total_tasks":512,"active_tasks":0,"completed_tasks":512,"failed_tasks":0,
         "completion_rate":100.0,"error_rate":0.0,"average_task_duration_seconds":3.811,
         "average_step_duration_seconds":3.811,"tasks_per_hour":512,"steps_per_hour":3728,
         "system_health_score":1.0,"analysis_period_start":"2026-11-23T16:41:37.446592+00:00",
         "calculated_at":"2026-11-24T16:41:37.447224+00:00"}
        """);
    ClusterPerformance numbers = insight.performance(Duration.ofDays(1)).call();
    assertThat(server.last().line()).isEqualTo("GET /v1/analytics/performance?hours=24");
    assertThat(numbers.stepsPerHour()).isEqualTo(3728);
    assertThat(numbers.analysisPeriodStart()).isEqualTo("2026-11-23T16:41:37.446592Z");
    assertThatThrownBy(() -> insight.performance(Duration.ofMinutes(5)))
        .isInstanceOf(IllegalArgumentException.class);

    server.answers(
        200,
        """
        {"slow_steps":[{"namespace_name":"shop","task_name":"wide","version":"1.0.0",
          "step_name":"last","average_duration_seconds":7.356,"max_duration_seconds":11.238,
          "execution_count":180,"error_count":0,"error_rate":0.0,
          "last_executed_at":"2026-11-24T16:32:38.092586+00:00"}],
         "slow_tasks":[{"namespace_name":"shop","task_name":"wide","version":"1.0.0",
          "average_duration_seconds":7.356,"max_duration_seconds":11.238,"execution_count":180,
          "average_step_count":12.0,"error_count":0,"error_rate":0.0,"last_executed_at":null}],
         "resource_utilization":{"database_pool_utilization":0.15},"recommendations":["Rest"]}
        """);
    ClusterBottlenecks slow = insight.bottlenecks(1, 5).call();
    assertThat(server.last().line())
        .isEqualTo("GET /v1/analytics/bottlenecks?limit=1&min_executions=5");
    assertThat(slow.slowSteps().get(0).maxDurationSeconds()).isEqualTo(11.238);
    assertThat(slow.slowTasks().get(0).lastExecutedAt()).isNull();
    assertThat(slow.recommendations()).containsExactly("Rest");
  }
}
