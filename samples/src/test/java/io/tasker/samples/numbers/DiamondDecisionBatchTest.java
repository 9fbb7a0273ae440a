package io.tasker.samples.numbers;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tasker.InvalidInputException;
import io.tasker.StepReport;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.numbers.DiamondDecisionBatch.Total;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ByReferenceAndAsJson
class DiamondDecisionBatchTest {
  private final boolean jsonRoundTrip;

  DiamondDecisionBatchTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(List<?> numbers) {
    return WorkflowTest.of("combined_workflow", "diamond_decision_batch_processor")
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("numbers", numbers));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments(List.of(2, 4, 6, 8, 10, 12), "even", new Total(6, 42, 3, 14)),
        arguments(List.of(1, 3, 5, 7, 9, 11, 2, 4), "odd", new Total(6, 36, 3, 12)),
        arguments(LongStream.rangeClosed(1, 10).boxed().toList(), "even", new Total(5, 30, 3, 10)),
        arguments(List.of(2, 4, 6, 8), "even", new Total(4, 20, 2, 10)),
        arguments(List.of(1, 3), "odd", new Total(2, 4, 1, 4)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theMoreFrequentKind_isSummedUpInBatches(List<?> numbers, String kind, Total total) {
    WorkflowRun run = run(numbers);

    assertThat(run)
        .isComplete()
        .hasResult("routing_decision", "/route_type", kind + "_dominant")
        .hasResult(kind + "_batch_analyzer", "/worker_count", total.batchCount())
        .hasResult(kind + "_batch_analyzer", "/dataset_size", total.totalProcessed())
        .hasResult("aggregate_" + kind + "_results", "", total);
    assertThat(run.steps()).hasSize(4 + 1 + total.batchCount() + 1);
  }

  @Test
  void theDecision_saysWhy() {
    assertThat(run(List.of(2, 4, 6, 8, 10, 12)))
        .hasResult(
            "routing_decision",
            "/reasoning",
            "Even count (6) >= odd count (0), routing to even batch processing");
    assertThat(run(List.of(1, 3, 5, 7, 9, 11, 2, 4)))
        .hasResult(
            "routing_decision",
            "/reasoning",
            "Odd count (6) > even count (2), routing to odd batch processing");
  }

  @Test
  void theLastBatch_isShorter() {
    assertThat(run(LongStream.rangeClosed(1, 10).boxed().toList()))
        .hasResult(
            "process_even_batch_001",
            "",
            new DiamondDecisionBatch.Batch(2, 6, 0, 2, List.of(2L, 4L)))
        .hasResult(
            "process_even_batch_003",
            "",
            new DiamondDecisionBatch.Batch(1, 10, 4, 5, List.of(10L)));
  }

  @Test
  void whatIsNoWholeNumber_isLeftOut() {
    WorkflowRun run = run(List.of("two", 1.5));

    assertThat(run)
        .isComplete()
        .hasResult("diamond_start", "/count", 0)
        .hasResult("even_batch_analyzer", "/reason", "No even numbers to process")
        .hasResult("process_even_batch_000", "/no_op", true)
        .hasResult("aggregate_even_results", "", new Total(0, 0, 0, 0));
  }

  @Test
  void manyNumbers_makeLargerBatchesAndNotMore() {
    assertThat(run(LongStream.rangeClosed(1, 90).boxed().toList()))
        .isComplete()
        .hasResult("even_batch_analyzer", "/batch_size", 5)
        .hasResult("aggregate_even_results", "/batch_count", 9);
  }

  @Test
  void noNumbers_areRefusedForGood() {
    WorkflowRun run = run(List.of());

    assertThat(run)
        .isError()
        .hasStep(
            "diamond_start", step -> step.isError().hasAttempts(1).hasCode("VALIDATION_ERROR"));
    assertThat(run.steps())
        .extracting(StepReport::name)
        .as("before the decision there are four steps")
        .containsExactlyInAnyOrder(
            "diamond_start", "branch_evens", "branch_odds", "routing_decision");
    assertThat(
            HandlerCall.of("combined_workflow_diamond_start")
                .input(Map.of("numbers", List.of()))
                .call())
        .isPermanentFailure()
        .hasMessage("Empty numbers array")
        .hasErrorContext("field", "numbers");
  }

  @Test
  void numbersThatAreNoList_startNothing() {
    assertThatThrownBy(
            () ->
                WorkflowTest.of("combined_workflow", "diamond_decision_batch_processor")
                    .run(Map.of("numbers", 7)))
        .isInstanceOf(InvalidInputException.class);
  }
}
