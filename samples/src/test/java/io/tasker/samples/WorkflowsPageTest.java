package io.tasker.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/workflows.md}, which are parts of samples. */
class WorkflowsPageTest {
  private static final Path PAGE = Path.of("../docs/workflows.md");
  private static final String LINK = "](../samples/";

  @Test
  void eachExample_standsInTheSampleThatIsNamedLastBeforeIt() throws IOException {
    String sample = "";
    StringBuilder example = null;
    int examples = 0;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.contains(LINK)) {
        int start = line.indexOf(LINK) + LINK.length();
        sample =
            stripped(Files.readAllLines(Path.of(line.substring(start, line.indexOf(')', start)))));
      } else if (line.equals("```java")) {
        example = new StringBuilder();
      } else if (line.equals("```") && example != null) {
        assertThat(sample).contains(stripped(example.toString().lines().toList()));
        example = null;
        examples++;
      } else if (example != null) {
        example.append(line).append('\n');
      }
    }
    assertThat(examples).isEqualTo(5);
  }

  private static String stripped(List<String> lines) {
    return lines.stream().map(String::strip).collect(Collectors.joining("\n"));
  }
}
