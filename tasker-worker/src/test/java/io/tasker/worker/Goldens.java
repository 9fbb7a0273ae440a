package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels between worker and cluster, each form in a file under {@code
 * src/test/resources/golden}. {@code -Dgolden.update=true} writes them anew, and the test that did
 * so fails: what it wrote is to be read first.
 */
public final class Goldens {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final JsonMapper INDENTED =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Goldens() {}

  /** Compares JSON, with each field on a line of its own. */
  public static void assertMatches(String name, String json) throws IOException {
    JsonNode tree = INDENTED.readTree(json);
    String actual = INDENTED.writeValueAsString(tree) + "\n";
    Path file = FOLDER.resolve(name);
    String expected = Files.exists(file) ? Files.readString(file) : "";
    if (UPDATE && !actual.equals(expected)) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(expected);
  }
}
