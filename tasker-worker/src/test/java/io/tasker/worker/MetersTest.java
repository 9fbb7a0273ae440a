package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The library of the meters is optional. */
@Timeout(60)
class MetersTest {
  /** Says in a process of its own whether there are meters. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      System.out.print(Meters.find().isPresent());
    }
  }

  private static String probe(Predicate<String> isThere) throws Exception {
    String classPath =
        Arrays.stream(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator, -1))
            .filter(isThere)
            .collect(Collectors.joining(File.pathSeparator));
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Probe.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void aWorkerWithoutMicrometer_hasNoMeters() throws Exception {
    assertThat(probe(entry -> true)).isEqualTo("true");
    assertThat(probe(entry -> !entry.contains("micrometer"))).isEqualTo("false");
    assertThat(probe(entry -> !entry.contains("registry-prometheus"))).isEqualTo("false");
  }
}
