package io.tasker.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepReport;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With annotations and by hand, the same amount takes the same steps to the same end. */
@ByReferenceAndAsJson
class ApprovalParityTest {
  private final boolean jsonRoundTrip;

  ApprovalParityTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private List<String> steps(WorkflowTest workflow, long amount) {
    WorkflowRun run =
        workflow
            .jsonRoundTrip(jsonRoundTrip)
            .run(Map.of("amount", amount, "requester", "ada", "purpose", "A desk"));
    return run.steps().stream().map(ApprovalParityTest::outcome).sorted().toList();
  }

  private static String outcome(StepReport step) {
    return "%s %s after %s".formatted(step.name(), step.state(), step.attempts());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 999, 1000, 4999, 5000, 1_000_000})
  void bothWays_takeTheSameSteps(long amount) {
    WorkflowTest annotated = WorkflowTest.of("conditional_approval", "approval_routing");
    WorkflowTest byHand =
        WorkflowTest.of(
            ApprovalByHand.handlers(),
            Templates.read(ApprovalByHand.class, "approval_by_hand.yaml"));

    assertThat(steps(byHand, amount)).isEqualTo(steps(annotated, amount));
  }
}
