package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.StepReport;
import io.tasker.TaskFailedException;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.StepFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.type.TypeReference;

@Timeout(60)
class ClusterTaskResultTest {
  private static final String TASK = "shop/order@1.0.0 task " + ClusterOfOneTask.ID;

  @AutoClose private final OrchestratorServer server = new OrchestratorServer();
  @AutoClose private final TaskerClient client = TaskerClient.builder(server.url()).build();
  @AutoClose private final ClusterEngine engine = ClusterEngine.of(client);
  private final ClusterOfOneTask cluster = new ClusterOfOneTask();

  record Cart(int total) {}

  ClusterTaskResultTest() throws IOException {}

  private TaskResult ended(String status, String... steps) throws InterruptedException {
    server.answersEach(cluster::answer);
    cluster.status = status;
    cluster.steps = List.of(steps);
    return engine.submit(TaskRequest.of("shop", "order").version("1.0.0")).await();
  }

  @Test
  void results_areReadAsTheirTypes() throws Exception {
    TaskResult result =
        ended(
            "complete",
            ClusterOfOneTask.complete("validate", "{\"total\":42}"),
            ClusterOfOneTask.complete("pay", "[1,2]"),
            ClusterOfOneTask.complete("batch", "{\"result\":7}"));

    assertThat(result.result("validate", Cart.class)).isEqualTo(new Cart(42));
    assertThat(result.step("pay").result(new TypeReference<List<Integer>>() {}))
        .containsExactly(1, 2);
    assertThat(result.result("batch", Integer.class)).isEqualTo(7);
    assertThat(result.failure()).isEmpty();
    assertThat(result.orThrow()).isSameAs(result);
    assertThatThrownBy(() -> result.result("validate", List.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(TASK + ": the result of step 'validate' does not fit");
    assertThatThrownBy(() -> result.step("refund"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            TASK
                + " has no step 'refund', because no decision has chosen it; its steps: validate,"
                + " batch, pay");
    assertThat(result.find("refund")).isEmpty();
  }

  @Test
  void aFailure_isToldWithItsFacts() throws Exception {
    TaskResult result =
        ended(
            "blocked_by_failures",
            ClusterOfOneTask.failed("pay", 2, "Card declined"),
            ClusterOfOneTask.step("refund", "pending", 0, "null"));

    StepReport pay = result.step("pay");
    assertThat(pay.failure().orElseThrow())
        .isEqualTo(
            new StepFailure(
                "Card declined",
                "ValidationError",
                Optional.of("NO"),
                false,
                Optional.empty(),
                Map.of("cart", "c-1"),
                null));
    assertThat(pay.attempts()).isEqualTo(2);
    assertThat(pay.metadata()).isEqualTo(Map.of("facts", 2));
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(TaskFailedException.class)
        .hasMessage(
            TASK + ": step 'pay' failed at attempt 2 of 3 (ValidationError, NO): Card declined");
    assertThatThrownBy(() -> result.result("pay", Cart.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(TASK + ": step 'pay' has no result, it is error (Card declined)");
    assertThat(result.step("refund").failure()).isEmpty();
    assertThat(result.json().toString())
        .isEqualTo(
            ("{'task_uuid':'%1$s','workflow':'shop/order@1.0.0','status':'error','failure':'%2$s:"
                    + " step \\'pay\\' failed at attempt 2 of 3 (ValidationError, NO): Card"
                    + " declined','steps':{'pay':{'current_state':'error','attempts':2,'error':{"
                    + "'message':'Card declined','error_type':'ValidationError','error_code':'NO',"
                    + "'retryable':false}},'refund':{'current_state':'pending','attempts':0}}}")
                .formatted(ClusterOfOneTask.ID, TASK)
                .replace("\\'", "\0")
                .replace('\'', '"')
                .replace('\0', '\''));
  }

  @Test
  void aFailureOfManyLines_isToldInOne() throws Exception {
    assertThat(ended("error", ClusterOfOneTask.failed("pay", 1, "Card\\n declined")).failure())
        .contains(
            TASK + ": step 'pay' failed at attempt 1 of 3 (ValidationError, NO): Card declined");
  }

  @Test
  void aTaskThatEndedWithoutAFailedStep_saysWhatIsOpen() throws Exception {
    assertThat(ended("error", ClusterOfOneTask.step("pay", "pending", 0, "null")).failure())
        .contains(TASK + " ended in error, and none of its steps has failed: 'pay' is pending");
    assertThat(ended("resolved_manually").failure()).contains(TASK + " was resolved manually");
    assertThat(ended("cancelled").failure()).contains(TASK + " was cancelled");
  }

  @Test
  void aFailureThatTheClusterDoesNotExplain_isSaidToBeOne() throws Exception {
    assertThat(ended("error", ClusterOfOneTask.step("pay", "error", 1, "null")).failure())
        .contains(TASK + ": step 'pay' failed at attempt 1 of 3, and the cluster does not say why");
  }

  @Test
  void aStateThatThisVersionDoesNotKnow_isARefusal() {
    assertThatThrownBy(() -> ended("complete", ClusterOfOneTask.step("pay", "odd", 1, "null")))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("step 'pay' is 'odd'");
  }
}
