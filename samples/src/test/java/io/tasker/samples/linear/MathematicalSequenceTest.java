package io.tasker.samples.linear;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class MathematicalSequenceTest {
  private final boolean jsonRoundTrip;

  MathematicalSequenceTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(Map<String, ?> input) {
    return WorkflowTest.of("linear", "mathematical_sequence")
        .jsonRoundTrip(jsonRoundTrip)
        .run(input);
  }

  @ParameterizedTest
  @CsvSource({"6, 36, 1296, 1679616, 2821109907456", "8, 64, 4096, 16777216, 281474976710656"})
  void eachStep_squaresWhatTheOneBeforeItGave(long n, long n2, long n4, long n8, long n16) {
    WorkflowRun run = run(Map.of("even_number", n));

    assertThat(run)
        .isComplete()
        .startedSteps("linear_step_1", "linear_step_2", "linear_step_3", "linear_step_4");
    assertThat(run.result("linear_step_1", Long.class)).isEqualTo(n2);
    assertThat(run.result("linear_step_2", Long.class)).isEqualTo(n4);
    assertThat(run.result("linear_step_3", Long.class)).isEqualTo(n8);
    assertThat(run.result("linear_step_4", Long.class)).isEqualTo(n16);
  }

  @Test
  void aBareNumber_isTheWholeResult() {
    assertThat(run(Map.of("even_number", 6)).step("linear_step_1").json()).hasToString("36");
  }

  @ParameterizedTest
  @CsvSource({"6, 1679616, 2821109907456", "8, 16777216, 281474976710656"})
  void eachStep_saysWhatItDid(long n, long n8, long n16) {
    WorkflowRun run = run(Map.of("even_number", n));

    assertThat(run.step("linear_step_1").metadata())
        .isEqualTo(described("initial", "even_number", "task.context.even_number"));
    assertThat(run.step("linear_step_2").metadata())
        .isEqualTo(described("intermediate", "previous_result", "sequence.linear_step_1.result"));
    assertThat(run.step("linear_step_3").metadata())
        .isEqualTo(described("single_parent", "previous_result", "sequence.linear_step_2.result"));
    Map<String, Object> last =
        described("final", "previous_result", "sequence.linear_step_3.result");
    last.put("verification", new MathematicalSequence.Verification(n, n8, n16, false));
    assertThat(run.step("linear_step_4").metadata()).isEqualTo(last);
  }

  private static Map<String, Object> described(String type, String input, String origin) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("operation", "square");
    metadata.put("step_type", type);
    metadata.put("input_refs", Map.of(input, origin));
    return metadata;
  }

  @Test
  void theMetadata_isJsonToOthers() {
    assertThat(
            HandlerCall.of("linear_linear_step_4")
                .input(Map.of("even_number", 6))
                .dependency("linear_step_3", 1679616)
                .call())
        .isSuccess()
        .hasResult("", 2821109907456L)
        .hasMetadata("operation", "square")
        .hasMetadata("step_type", "final")
        .hasMetadata("input_refs", Map.of("previous_result", "sequence.linear_step_3.result"))
        .hasMetadata(
            "verification",
            Map.of(
                "original_number",
                6,
                "expected_result",
                1679616,
                "actual_result",
                2821109907456L,
                "matches",
                false));
  }

  @Test
  void anOddNumber_isRefusedForGood() {
    assertThat(run(Map.of("even_number", 7)))
        .isError()
        .hasStep("linear_step_1", step -> step.isError().hasAttempts(1).hasCode("VALIDATION_ERROR"))
        .hasStep("linear_step_2", step -> step.isPending());

    assertThat(HandlerCall.of("linear_linear_step_1").input(Map.of("even_number", 7)).call())
        .isPermanentFailure()
        .hasErrorType("validation_error")
        .hasMessage("Number must be even")
        .hasErrorContext("input", 7);
  }

  @Test
  void withoutANumber_nothingStarts() {
    assertThatThrownBy(() -> run(Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("even_number");

    assertThat(HandlerCall.of("linear_linear_step_1").input(Map.of()).call())
        .isPermanentFailure()
        .hasCode("MISSING_CONTEXT_FIELD")
        .hasErrorContext("field", "even_number");
  }

  @Test
  void aNumberThatGrowsBeyond64Bits_isRefusedForGood() {
    assertThat(run(Map.of("even_number", 16)))
        .isError()
        .completedSteps("linear_step_1", "linear_step_2", "linear_step_3")
        .hasStep("linear_step_4")
        .isError()
        .hasAttempts(1)
        .hasMessageContaining("more than 64 bits");
  }
}
