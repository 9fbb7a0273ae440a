package io.tasker.samples.diamond;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.tasker.handler.PermanentException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class DiamondTest {
  private final boolean jsonRoundTrip;

  DiamondTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowTest workflow(String name) {
    return WorkflowTest.of("diamond", name).jsonRoundTrip(jsonRoundTrip);
  }

  @Test
  void bothBranches_feedTheEnd() {
    assertThat(workflow("diamond_pattern").run(Map.of("even_number", 6)))
        .isComplete()
        .hasResult("start", "", 36)
        .hasResult("branch_b", "", 1296)
        .hasResult("branch_c", "", 1296)
        .hasResult("end", "", 2821109907456L);
  }

  @Test
  void theEnd_saysWhatItMultiplied() {
    assertThat(
            HandlerCall.of("diamond_end")
                .dependency("branch_b", 1296)
                .dependency("branch_c", 1296)
                .call())
        .isSuccess()
        .hasResult("", 2821109907456L)
        .hasMetadata("multiplied", 1679616);
  }

  @Test
  void anOddNumber_isRefusedForGood() {
    assertThat(workflow("diamond_pattern").run(Map.of("even_number", 7)))
        .isError()
        .hasStep("start")
        .hasAttempts(1)
        .hasCode("VALIDATION_ERROR");
  }

  @Test
  void branches_runSideBySide() {
    assertThat(
            workflow("diamond_pattern")
                .taking("branch_b", ofSeconds(2))
                .taking("branch_c", ofSeconds(3))
                .run(Map.of("even_number", 6)))
        .isComplete()
        .hasElapsed(ofSeconds(3));
  }

  @Test
  void aBranchThatFails_stopsTheEndButNotTheOtherBranch() {
    assertThat(
            workflow("diamond_pattern")
                .failing("branch_b", new PermanentException("No way through"))
                .run(Map.of("even_number", 6)))
        .isError()
        .completedSteps("start", "branch_c")
        .failedSteps("branch_b")
        .hasStep("end", step -> step.isPending());
  }

  @ParameterizedTest
  @CsvSource({"4, 16, 41, 32, 36.5", "6, 36, 61, 72, 66.5", "10, 100, 125, 200, 162.5"})
  void average_ofTheTwoBranches(long n, long square, long sum, long product, double average) {
    assertThat(workflow("average_of_branches").run(Map.of("even_number", n)))
        .isComplete()
        .hasResult("square", "", square)
        .hasResult("add_twenty_five", "", sum)
        .hasResult("twice", "", product)
        .hasResult("average", "", average);
  }

  @Test
  void sum_ofTheTwoBranches() {
    assertThat(workflow("sum_of_branches").run(Map.of()))
        .isComplete()
        .hasResult("init", "", 100)
        .hasResult("path_a", "", 200)
        .hasResult("path_b", "", 150)
        .hasResult("merge", "", 350);
  }
}
