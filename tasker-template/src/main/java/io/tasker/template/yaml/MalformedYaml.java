package io.tasker.template.yaml;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * What the YAML parser could not read, in words for people.
 *
 * @param at where it stopped
 * @param headline what is wrong
 * @param details where the construct began and how the usual causes are mended
 */
record MalformedYaml(Position at, String headline, Details details) {

  private static final Pattern NO_TOKEN =
      Pattern.compile("found character '(.)' that cannot start any token");

  static MalformedYaml explain(YamlEngineException failure, String text) {
    if (failure instanceof ReaderException unreadable) {
      return new MalformedYaml(
          positionOf(text, unreadable.getPosition()),
          "character U+%04X is not allowed in YAML.".formatted(unreadable.getCodePoint()),
          Details.none().fix("remove the character, or write it as an escape in double quotes."));
    }
    if (failure instanceof YamlVersionException version) {
      return otherVersion(version, text);
    }
    if (failure instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
      return new MalformedYaml(
          mark.map(MalformedYaml::positionOf).orElse(new Position(1, 1)),
          notYaml(marked.getProblem()),
          details(marked));
    }
    return new MalformedYaml(new Position(1, 1), notYaml(failure.getMessage()), Details.none());
  }

  private static MalformedYaml otherVersion(YamlVersionException failure, String text) {
    SpecVersion version = failure.getSpecVersion();
    return new MalformedYaml(
        positionOf(text, text.indexOf("%YAML")),
        "the file is in YAML %d.%d, but templates are in YAML 1.2."
            .formatted(version.getMajor(), version.getMinor()),
        Details.none().fix("remove the line '%YAML', or write '%YAML 1.2'."));
  }

  private static String notYaml(@Nullable String problem) {
    // What the parser adds in parentheses is advice; ours is the fix.
    String fact = String.valueOf(problem).replaceFirst("\\.? \\([A-Z].*|\\.$", "");
    return "this is not YAML: " + Excerpt.of(fact) + ".";
  }

  private static Details details(MarkedYamlEngineException marked) {
    Details details = Details.none();
    if (marked.getContext() != null && marked.getContextMark().isPresent()) {
      details =
          details.line(
              "context",
              Excerpt.of(marked.getContext()) + " at " + positionOf(marked.getContextMark().get()));
    }
    String problem = String.valueOf(marked.getProblem());
    if (problem.contains("TAB")) {
      return details.fix("indent with spaces; YAML does not allow tabs.");
    }
    Matcher unusable = NO_TOKEN.matcher(problem);
    if (unusable.find()) {
      return details.fix("put a text that begins with '" + unusable.group(1) + "' in quotes.");
    }
    if (problem.contains("mapping values are not allowed here")) {
      return details.fix("put a text that contains ': ' in quotes, or mend the indentation.");
    }
    if (problem.contains("unexpected end of stream")) {
      return details.fix("close the quote that was opened.");
    }
    if (problem.contains("expected <block end>")
        || problem.contains("could not find expected ':'")) {
      return details.fix("begin the keys of one mapping in one column, each followed by ':'.");
    }
    return details;
  }

  static Position positionOf(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Position positionOf(String text, int index) {
    String before = text.substring(0, Math.min(Math.max(index, 0), text.length()));
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    return new Position(line, before.length() - before.lastIndexOf('\n'));
  }
}
