package io.tasker.samples.linear;

import static io.tasker.testing.TaskerAssertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class ArithmeticSequenceTest {
  private final boolean jsonRoundTrip;

  ArithmeticSequenceTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(long number) {
    return WorkflowTest.of("linear", "arithmetic_sequence")
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("even_number", number));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 16, 26, 78, 39.0",
    "6, 36, 46, 138, 69.0",
    "8, 64, 74, 222, 111.0",
    "10, 100, 110, 330, 165.0"
  })
  void fourOperations_inARow(long n, long squared, long added, long multiplied, double divided) {
    assertThat(run(n))
        .isComplete()
        .hasResult("square", "", new ArithmeticSequence.Whole(squared, "square"))
        .hasResult("add", "", new ArithmeticSequence.Whole(added, "add"))
        .hasResult("multiply", "", new ArithmeticSequence.Whole(multiplied, "multiply"))
        .hasResult("divide", "", new ArithmeticSequence.Fraction(divided, "divide"));
  }

  @Test
  void anOddNumber_isRefusedForGood() {
    assertThat(run(5)).isError().hasStep("square").hasAttempts(1).hasErrorType("validation_error");
  }
}
