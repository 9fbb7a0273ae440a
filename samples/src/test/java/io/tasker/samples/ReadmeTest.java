package io.tasker.samples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of workflows names those there are, and tests that can be run. */
class ReadmeTest {
  private static final Path WORKFLOWS = Path.of("src/main/java/io/tasker/samples");
  private static final Path TESTS = Path.of("src/test/java/io/tasker/samples");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| \\[`(\\w+)`]\\(src/main/java/io/tasker/samples/\\1\\) \\|.*\\| `'?([\\w*,]+)'?` \\|");

  private record Row(String workflow, String test) {}

  private static List<Row> rows() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .map(row -> new Row(row.group(1), row.group(2)))
          .toList();
    }
  }

  private static Set<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(toSet());
    }
  }

  @Test
  void eachWorkflow_hasOneRow() throws IOException {
    assertThat(rows())
        .extracting(Row::workflow)
        .containsExactlyInAnyOrderElementsOf(files(WORKFLOWS));
  }

  @Test
  void eachRow_namesATest() throws IOException {
    for (Row row : rows()) {
      for (String name : row.test().split(",", -1)) {
        Pattern test = Pattern.compile(name.replace("*", "\\w*") + "\\.java");
        assertThat(files(TESTS.resolve(row.workflow())))
            .as(row.workflow())
            .anyMatch(test.asMatchPredicate());
      }
    }
  }
}
