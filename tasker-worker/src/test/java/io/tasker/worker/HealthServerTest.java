package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.worker.database.ClusterDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HealthServerTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps: [{name: a, handler: {callable: a}}]
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();
  private final HttpClient client = HttpClient.newHttpClient();

  private TaskerWorkerBuilder worker() {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(handlers.registry)
        .template("flow.yaml", FLOW)
        .httpPort(0);
  }

  private String ask(TaskerWorker worker, String path) throws Exception {
    return ask(worker, "GET", path);
  }

  private String ask(TaskerWorker worker, String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + worker.httpPort().orElseThrow() + path);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void aWorker_saysHowItIs_untilItHasEnded() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch ending = new CountDownLatch(1);
    handlers.with(
        "a",
        i -> {
          running.countDown();
          ending.await();
          return 1;
        });
    TaskerWorker worker = worker().start();
    assertThat(ask(worker, "/health/ready"))
        .isEqualTo(
            "200 {\"live\":true,\"ready\":true,\"running_steps\":0,"
                + "\"detail\":\"The worker takes steps\"}");
    assertThat(ask(worker, "/health/live")).startsWith("200 ");
    assertThat(ask(worker, "HEAD", "/health/live")).isEqualTo("200 ");
    assertThat(ask(worker, "POST", "/health/live")).startsWith("405 ");
    assertThat(ask(worker, "/health")).startsWith("404 ");

    orchestrator.create("shop", "flow", "{}");
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(worker::close);
    closing.start();
    while (worker.health().isReady()) {
      Thread.onSpinWait();
    }
    assertThat(ask(worker, "/health/ready"))
        .startsWith("503 ")
        .contains("\"running_steps\":1", "The worker is shutting down");
    assertThat(ask(worker, "/health/live")).startsWith("200 ");
    ending.countDown();
    closing.join(30_000);
    assertThatThrownBy(() -> ask(worker, "/health/live"))
        .isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void metrics_areThoseOfTheStepsItRan() throws Exception {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");
      String wanted =
          "tasker_steps_seconds_count{error=\"none\",namespace=\"shop\",outcome=\"success\","
              + "step=\"a\",workflow=\"flow\"} 1";
      String answer = ask(worker, "/metrics");
      // Listeners are told after the outcome is stored.
      while (!answer.contains(wanted)) {
        answer = ask(worker, "/metrics");
      }
      assertThat(answer).startsWith("200 ").contains("# TYPE tasker_steps_seconds summary");
    }
  }

  @Test
  void anApplication_bringsItsOwnMetrics() throws Exception {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().metrics(() -> "mine 1\n").start()) {
      assertThat(ask(worker, "/metrics")).isEqualTo("200 mine 1\n");
    }
  }

  @Test
  void aPortThatIsTaken_orAHostThatIsUnknown_keepsTheWorkerFromStarting() throws Exception {
    handlers.with("a", i -> 1);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TaskerWorkerBuilder worker = worker().httpPort(taken.getLocalPort());
      assertThatThrownBy(worker::start)
          .isInstanceOf(WorkerStartException.class)
          .hasMessageContaining("The health endpoint cannot be at 127.0.0.1");
    }
    TaskerWorkerBuilder nowhere = worker().httpAddress("no.such.host.invalid");
    assertThatThrownBy(nowhere::start).hasMessageContaining("the host is unknown");
    TaskerWorkerBuilder wrong = worker().httpPort(70_000);
    assertThatThrownBy(wrong::start).hasMessageContaining("httpPort must be from 0 to 65535");
  }

  @Test
  void withoutTheSetting_thereIsNoPort() {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker =
        TaskerWorker.builder()
            .url(cluster.url())
            .registry(handlers.registry)
            .template("flow.yaml", FLOW)
            .start()) {
      assertThat(worker.httpPort()).isEmpty();
    }
  }
}
