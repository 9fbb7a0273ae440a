package io.tasker.samples.approval;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.StepReport;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class ApprovalRoutingTest {
  private final boolean jsonRoundTrip;

  ApprovalRoutingTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(BigDecimal amount, String requester, String purpose) {
    return WorkflowTest.of("conditional_approval", "approval_routing")
        .jsonRoundTrip(jsonRoundTrip)
        .run(new ApprovalRouting.Purchase(amount, requester, purpose));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, auto_approve, auto, automatic",
    "500, auto_approve, auto, automatic",
    "999, auto_approve, auto, automatic",
    "999.99, auto_approve, auto, automatic",
    "1000, manager_approval, manager_only, manager",
    "3000, manager_approval, manager_only, manager",
    "4999, manager_approval, manager_only, manager",
    "5000, manager_approval finance_review, dual_approval, finance manager",
    "10000, manager_approval finance_review, dual_approval, finance manager"
  })
  void theAmount_decidesWhoApproves(BigDecimal amount, String branches, String path, String chain) {
    WorkflowRun run = run(amount, "ada", "A desk");

    List<String> taken = List.of(branches.split(" ", -1));
    assertThat(run)
        .isComplete()
        .hasResult("routing_decision", "/decision_point_outcome/step_names", taken)
        .hasResult("finalize_approval", "/approval_path", path)
        .hasResult("finalize_approval", "/approval_chain", List.of(chain.split(" ", -1)))
        .hasResult("finalize_approval", "/amount", amount);
    assertThat(run.steps())
        .extracting(StepReport::name)
        .hasSize(3 + taken.size())
        .contains("validate_request", "routing_decision", "finalize_approval")
        .containsAll(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ada, A desk, INVALID_AMOUNT",
    "-1, ada, A desk, INVALID_AMOUNT",
    "500, '', A desk, EMPTY_REQUESTER",
    "500, ada, '', EMPTY_PURPOSE"
  })
  void aWrongRequest_endsBeforeTheDecision(
      BigDecimal amount, String requester, String purpose, String code) {
    WorkflowRun run = run(amount, requester, purpose);

    assertThat(run)
        .isError()
        .hasStep("validate_request", step -> step.isError().hasAttempts(1).hasCode(code));
    assertThat(run.steps())
        .extracting(StepReport::name)
        .as("before the decision there are two steps")
        .containsExactly("validate_request", "routing_decision");
  }

  @Test
  void whatIsMissing_isSaidAtOnce_andNothingStarts() {
    assertThatThrownBy(
            () -> WorkflowTest.of("conditional_approval", "approval_routing").run(Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("amount", "requester", "purpose");
  }
}
