package io.tasker.template.check;

import io.tasker.template.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a problem code: what it means, templates that have it, its text, ones that do not.
 */
record ErrorPage(ProblemCode code, String markdown) {
  private static final Path DIRECTORY = Path.of("..", "docs", "errors");

  static Path file(ProblemCode code) {
    return DIRECTORY.resolve(code.id() + ".md");
  }

  static ErrorPage of(ProblemCode code) {
    try {
      return new ErrorPage(code, Files.readString(file(code)));
    } catch (IOException e) {
      throw new UncheckedIOException("every code has a page", e);
    }
  }

  List<String> failing() {
    return blocks("Fails", "yaml");
  }

  List<String> passing() {
    return blocks("Passes", "yaml");
  }

  /** The problems as the compiler, the engine and the command line print them. */
  List<String> messages() {
    return blocks("Fails", "text");
  }

  private List<String> blocks(String section, String language) {
    Matcher found = Pattern.compile("(?ms)^## " + section + "$(.*?)(?=^## |\\z)").matcher(markdown);
    String text = found.find() ? found.group(1) : "";
    return Pattern.compile("(?ms)^```" + language + "$\\n(.*?)^```$")
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
