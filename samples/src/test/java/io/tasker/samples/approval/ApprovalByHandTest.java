package io.tasker.samples.approval;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class ApprovalByHandTest {
  private final boolean jsonRoundTrip;

  ApprovalByHandTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String amount) {
    return WorkflowTest.of(
            ApprovalByHand.handlers(),
            Templates.read(ApprovalByHand.class, "approval_by_hand.yaml"))
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("amount", new BigDecimal(amount), "requester", "ada", "purpose", "A desk"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, auto_approve, automatic",
    "500, auto_approve, automatic",
    "999.99, auto_approve, automatic",
    "1000, manager_approval, manager",
    "3000, manager_approval, manager",
    "5000, manager_approval finance_review, finance manager",
    "10000, manager_approval finance_review, finance manager"
  })
  void theAmount_decidesWhoApproves(String amount, String branches, String approvers) {
    List<String> taken = List.of(branches.split(" ", -1));
    List<String> approvals = List.of(approvers.split(" ", -1));

    WorkflowRun run = run(amount);

    assertThat(run.steps()).hasSize(3 + taken.size());
    assertThat(run)
        .isComplete()
        .hasResult("routing_decision", "/steps_created", taken)
        .hasResult("finalize_approval", "/final_status", "approved")
        .hasResult("finalize_approval", "/approval_count", approvals.size())
        .hasResult("finalize_approval", "/approvals", approvals)
        .hasResult("finalize_approval", "/all_approved", true);
  }

  @Test
  void nothing_needsNoApproval() {
    assertThat(run("0"))
        .isError()
        .hasStep(
            "validate_request", step -> step.isError().hasAttempts(1).hasCode("INVALID_AMOUNT"))
        .hasStep("routing_decision", step -> step.isPending());
  }
}
