package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.client.OrchestratorServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClusterTaskHandleTest {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @AutoClose private final OrchestratorServer server = new OrchestratorServer();
  @AutoClose private final TaskerClient client = TaskerClient.builder(server.url()).build();
  private final HandTimer timer = new HandTimer();

  @AutoClose
  private final ClusterEngine engine =
      ClusterEngine.builder(client).pollInterval(LONGEST).operator("ada").timer(timer).build();

  private final ClusterOfOneTask cluster = new ClusterOfOneTask();
  private TaskHandle task;

  ClusterTaskHandleTest() throws IOException {}

  @BeforeEach
  void submit() {
    server.answersEach(cluster::answer);
    task = engine.submit(TaskRequest.of("shop", "order").version("1.0.0"));
    cluster.asked.clear();
  }

  private CompletableFuture<TaskResult> completion() {
    return task.completion().toCompletableFuture();
  }

  private static TaskResult ended(CompletableFuture<TaskResult> completion) throws Exception {
    return completion.get(30, TimeUnit.SECONDS);
  }

  @Test
  void theEnd_isLookedFor_soonAtFirst_thenLessOften() throws Exception {
    CompletableFuture<TaskResult> completion = completion();
    assertThat(timer.next()).isBetween(Duration.ofMillis(30), Duration.ofMillis(50));
    Duration longest = Duration.ZERO;
    for (int look = 0; look < 12; look++) {
      Duration pause = timer.next();
      longest = pause.compareTo(longest) > 0 ? pause : longest;
    }
    assertThat(longest).isBetween(LONGEST.dividedBy(2), LONGEST);
    assertThat(completion).isNotDone();

    timer.next(() -> cluster.status = "complete");
    assertThat(ended(completion).isComplete()).isTrue();
    assertThat(task.await()).isSameAs(ended(completion));
  }

  @Test
  void nothingIsAsked_whileNobodyWaits() {
    assertThat(cluster.asked).isEmpty();
  }

  @Test
  void aTaskThatIsBlocked_hasEnded_onceNothingMoves() throws Exception {
    cluster.status = "blocked_by_failures";
    cluster.steps =
        List.of(
            ClusterOfOneTask.failed("pay", 3, "no"),
            ClusterOfOneTask.step("validate", "in_progress", 1, "null"));
    CompletableFuture<TaskResult> completion = completion();
    List<String> atRest =
        List.of(
            ClusterOfOneTask.failed("pay", 3, "no"),
            ClusterOfOneTask.complete("validate", "{}"),
            ClusterOfOneTask.step("refund", "pending", 0, "null"));
    timer.next();
    timer.next(() -> cluster.steps = atRest);

    TaskResult result = ended(completion);
    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    assertThat(task.state()).isEqualTo(TaskState.BLOCKED_BY_FAILURES);
  }

  @Test
  void aClusterThatIsAway_isAskedAgain_notBeforeItWants() throws Exception {
    Answer overload = new Answer(503, "{\"error\":{\"code\":\"BACKPRESSURE\",\"message\":\"\"}}");
    server.answersEach(request -> new Answer(0, ""));
    CompletableFuture<TaskResult> completion = completion();
    timer.next();
    assertThat(timer.next(() -> server.answersEach(request -> overload))).isLessThan(LONGEST);
    cluster.status = "complete";
    // With an overload this server asks for seven seconds.
    assertThat(timer.next(() -> server.answersEach(cluster::answer)))
        .isEqualTo(Duration.ofSeconds(7));

    assertThat(ended(completion).isComplete()).isTrue();
  }

  @Test
  void aRefusal_endsTheWait() {
    server.answersEach(
        request -> new Answer(401, "{\"error\":{\"code\":\"UNAUTHORIZED\",\"message\":\"\"}}"));
    assertThatThrownBy(() -> task.await())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("UNAUTHORIZED");
    assertThatThrownBy(() -> completion().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ClusterException.class);
  }

  @Test
  void aWait_isInterrupted_andBounded() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> task.await()).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> task.await(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
  }

  @Test
  void closing_endsTheWaits_andNotTheTask() {
    CompletableFuture<TaskResult> completion = completion();
    engine.close();

    assertThatThrownBy(completion::join)
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("goes on, but the engine that waited for it is closed");
    assertThatThrownBy(() -> task.await()).isInstanceOf(IllegalStateException.class);
    assertThat(cluster.asked).noneMatch(request -> request.line().startsWith("DELETE"));
  }

  @Test
  void aHandleThatNobodyHadWaitedFor_isNotWaitedForAfterClosing() {
    engine.close();
    assertThatThrownBy(() -> task.await()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void steps_areInTheOrderOfTheTemplate_batchesByNumber() {
    cluster.steps =
        List.of(
            ClusterOfOneTask.complete("pay", "{}"),
            ClusterOfOneTask.complete("batch_1000", "{}"),
            ClusterOfOneTask.complete("batch_999", "{}"),
            ClusterOfOneTask.complete("batch_001", "{}"),
            ClusterOfOneTask.complete("validate", "{}"));

    assertThat(task.steps())
        .extracting(step -> step.name())
        .containsExactly("validate", "batch_001", "batch_999", "batch_1000", "pay");
  }

  @Test
  void aCancelledTask_saysWhy_andOneThatHasEndedStaysAsItIs() throws Exception {
    task.cancel("too late");
    assertThat(server.last().line()).startsWith("DELETE /v1/tasks/");
    cluster.status = "cancelled";
    assertThat(task.await().failure()).contains(task + " was cancelled: too late");

    Answer refusal = new Answer(400, "{\"error\":{\"code\":\"BAD_REQUEST\",\"message\":\"no\"}}");
    server.answersEach(
        request -> request.line().startsWith("DELETE") ? refusal : cluster.answer(request));
    task.cancel("again");
    cluster.status = "steps_in_process";
    assertThatThrownBy(() -> task.cancel("again")).isInstanceOf(ClusterException.class);
  }

  @Test
  void operators_actOnStepsByName() {
    cluster.steps = List.of(ClusterOfOneTask.failed("pay", 3, "no"));

    task.resetStep("pay", "fixed");
    assertThat(server.last().line()).startsWith("PATCH").endsWith("0000000a");
    assertThat(server.last().body())
        .contains("\"reset_for_retry\"", "\"reason\":\"fixed\"", "\"reset_by\":\"ada\"");
    task.resolveStep("pay", "by phone");
    assertThat(server.last().body()).contains("\"resolve_manually\"", "\"resolved_by\":\"ada\"");
    task.completeStep("pay", Map.of("total", 1), "by phone");
    assertThat(server.last().body())
        .contains("\"completion_data\":{\"result\":{\"total\":1}}", "\"completed_by\":\"ada\"");
    task.completeStep("pay", null, "by phone");
    assertThat(server.last().body()).contains("\"completion_data\":{\"result\":{}}");
  }

  @Test
  void operators_areRefused_whatTheStateOfStepOrTaskDoesNotAllow() {
    cluster.steps =
        List.of(
            ClusterOfOneTask.complete("pay", "{}"),
            ClusterOfOneTask.step("validate", "in_progress", 1, "null"));

    assertThatThrownBy(() -> task.resetStep("pay", "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(task + " is steps_in_process: step 'pay', which is complete, cannot be reset");
    assertThatThrownBy(() -> task.completeStep("validate", 1, "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'validate', which is in_progress, cannot be completed");
    assertThatThrownBy(() -> task.resetStep("pai", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no step 'pai' (did you mean 'pay'?)");
    assertThatThrownBy(() -> task.resetStep("refund", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no step 'refund', because no decision has chosen it");
    assertThat(cluster.asked).noneMatch(request -> request.line().startsWith("PATCH"));

    cluster.status = "cancelled";
    cluster.steps = List.of(ClusterOfOneTask.failed("pay", 3, "no"));
    assertThatThrownBy(() -> task.resetStep("pay", "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is cancelled");
  }

  @Test
  void afterAnOperatorsAction_theNextEndIsAwaited() throws Exception {
    cluster.status = "error";
    cluster.steps = List.of(ClusterOfOneTask.failed("pay", 3, "no"));
    TaskResult first = task.await();
    task.resetStep("pay", "fixed");
    cluster.status = "complete";
    cluster.steps = List.of(ClusterOfOneTask.complete("pay", "{}"));

    assertThat(task.await().isComplete()).isTrue();
    assertThat(first.isComplete()).isFalse();
    assertThat(first.step("pay").failure()).isPresent();
  }

  @Test
  void whatWasSeenBeforeAnAction_isNoEnd() throws Exception {
    TaskWatch watch =
        new TaskWatch(
            new TaskOnCluster(client, client.task(task.id()).call()),
            new Looks(timer, new PollPace(LONGEST)));
    AtomicBoolean hasActed = new AtomicBoolean();
    cluster.status = "error";
    server.answersEach(
        request -> {
          if (request.line().endsWith("/workflow_steps") && !hasActed.getAndSet(true)) {
            watch.acted();
          }
          return cluster.answer(request);
        });
    CompletableFuture<TaskResult> end = watch.end();
    timer.next(() -> cluster.status = "complete");

    assertThat(ended(end).isComplete()).isTrue();
  }
}
