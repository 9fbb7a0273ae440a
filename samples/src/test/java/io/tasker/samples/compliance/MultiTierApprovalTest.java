package io.tasker.samples.compliance;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepReport;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.compliance.MultiTierApproval.Request;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@ByReferenceAndAsJson
class MultiTierApprovalTest {
  private final boolean jsonRoundTrip;

  MultiTierApprovalTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowTest approvals() {
    return WorkflowTest.of("compliance", "multi_tier_approval").jsonRoundTrip(jsonRoundTrip);
  }

  private static void hasSteps(WorkflowRun run, String... names) {
    assertThat(run).isComplete();
    assertThat(run.steps()).extracting(StepReport::name).containsExactlyInAnyOrder(names);
  }

  @Test
  void anEmergency_takesOneApproval() {
    WorkflowRun run = approvals().run(new Request(5_000, 50, "US", true));

    hasSteps(
        run,
        "validate_request",
        "assess_risk",
        "primary_routing",
        "emergency_approval",
        "finalize_approval");
    assertThat(run).hasResult("finalize_approval", "", List.of("on-call manager"));
  }

  @Test
  void aSmallRiskOfASmallAmount_takesAManager() {
    WorkflowRun run = approvals().run(new Request(3_000, 25, "US", false));

    hasSteps(
        run,
        "validate_request",
        "assess_risk",
        "primary_routing",
        "standard_manager_approval",
        "finalize_approval");
    assertThat(run).hasResult("finalize_approval", "", List.of("manager"));
  }

  @Test
  void aLargeRiskyAmountInTheEu_takesTwoDecisionsAndNineSteps() {
    WorkflowRun run = approvals().run(new Request(75_000, 80, "EU", false));

    hasSteps(
        run,
        "validate_request",
        "assess_risk",
        "primary_routing",
        "senior_manager_approval",
        "compliance_routing",
        "legal_review",
        "fraud_investigation",
        "jurisdictional_check",
        "finalize_approval");
    assertThat(run)
        .hasResult(
            "finalize_approval",
            "",
            List.of("senior manager", "legal department", "fraud department", "local counsel"));
  }

  @Test
  void theSecondDecision_mayTakeNoBranch() {
    WorkflowRun run = approvals().run(new Request(20_000, 40, "US", false));

    hasSteps(
        run,
        "validate_request",
        "assess_risk",
        "primary_routing",
        "senior_manager_approval",
        "compliance_routing",
        "finalize_approval");
    assertThat(run)
        .hasResult("compliance_routing", "/skip_reason", "no_compliance_requirements")
        .hasResult("finalize_approval", "", List.of("senior manager"));
  }

  @Test
  void theEnd_waitsForADecisionThatTakesLongerThanTheManager() {
    WorkflowRun run =
        approvals()
            .taking("compliance_routing", ofHours(2))
            .run(new Request(75_000, 80, "EU", false));

    assertThat(run)
        .isComplete()
        .hasResult(
            "finalize_approval",
            "",
            List.of("senior manager", "legal department", "fraud department", "local counsel"));
  }
}
