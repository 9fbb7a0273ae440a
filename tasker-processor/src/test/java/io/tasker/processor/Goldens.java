package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected files under {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes them
 * anew, and the test that did so fails: what it wrote is to be read first.
 */
final class Goldens {
  static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Goldens() {}

  static void assertMatches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    String expected = Files.exists(file) ? Files.readString(file) : "";
    if (UPDATE && !actual.equals(expected)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(expected);
  }
}
