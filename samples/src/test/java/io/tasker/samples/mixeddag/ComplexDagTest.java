package io.tasker.samples.mixeddag;

import static io.tasker.testing.TaskerAssertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class ComplexDagTest {
  private static final String LARGEST = "340282366920938463463374607431768211455";

  private final boolean jsonRoundTrip;

  ComplexDagTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 16, 65536, 256, 18446744073709551616",
    "4, 16, 256, 4294967296, 65536, " + LARGEST,
    "6, 36, 1296, 2821109907456, 1679616, " + LARGEST,
    "8, 64, 4096, 281474976710656, 16777216, " + LARGEST
  })
  void sevenSteps_meetAtTheEnd(
      long n, long init, long side, long validated, long alone, String end) {
    assertThat(
            WorkflowTest.of("mixed_dag", "complex_dag")
                .jsonRoundTrip(jsonRoundTrip)
                .run(Map.of("even_number", n)))
        .isComplete()
        .hasResult("init", "", init)
        .hasResult("process_left", "", side)
        .hasResult("process_right", "", side)
        .hasResult("validate", "", validated)
        .hasResult("transform", "", alone)
        .hasResult("analyze", "", alone)
        .hasResult("finalize", "", end);
  }
}
