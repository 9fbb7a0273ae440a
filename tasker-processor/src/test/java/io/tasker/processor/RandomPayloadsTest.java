package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskResult;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a step sees of a value is the same by reference and through JSON, and a value is what the
 * schema of its step says.
 */
class RandomPayloadsTest {
  private static final int TYPES = 30;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void legalTypes_travelAlikeBothWays(long seed) throws Exception {
    String body = RandomPayloads.of(seed, TYPES);
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      TaskResult byReference = lab.run(false, "{}").orThrow();
      TaskResult throughJson = lab.run(true, "{}").orThrow();
      for (int number = 1; number <= TYPES; number++) {
        for (String step : new String[] {"show" + number, "some" + number}) {
          assertThat(throughJson.result(step, String.class))
              .as("seed %d, step %s", seed, step)
              .isEqualTo(byReference.result(step, String.class));
        }
        String make = "make" + number;
        assertThat(lab.problemsOfResult(make, lab.result(make).toString()))
            .as("seed %d, step %s", seed, make)
            .isEmpty();
      }
    }
  }
}
