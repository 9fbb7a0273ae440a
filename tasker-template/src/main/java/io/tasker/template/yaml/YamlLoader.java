package io.tasker.template.yaml;

import static io.tasker.template.problem.ProblemCode.MALFORMED_YAML;
import static io.tasker.template.problem.ProblemCode.SEVERAL_DOCUMENTS;
import static io.tasker.template.problem.ProblemCode.TEMPLATE_TOO_LARGE;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML text to a tree of nodes.
 *
 * <p>The tree is built from parser events rather than by the library's composer, for three reasons:
 * depth and size are bounded while reading and not after, duplicate keys are problems among others
 * and not the end, and each use of an alias keeps its own position.
 */
final class YamlLoader {
  /** Room for a template of ten thousand steps. */
  static final int MAX_CHARACTERS = 8 * 1024 * 1024;

  /** The parser's time grows with the square of a line. */
  static final int MAX_LINE = 500_000;

  private final ProblemCollector problems;

  YamlLoader(ProblemCollector problems) {
    this.problems = problems;
  }

  /** Returns the root of the first document, or empty if there is none to work with. */
  Optional<YamlNode.Placed> load(String text) {
    if (text.length() > MAX_CHARACTERS) {
      tooLarge(1, "the file has more than " + MAX_CHARACTERS + " characters");
      return Optional.empty();
    }
    int longLine = firstLongLine(text);
    if (longLine > 0) {
      tooLarge(longLine, "the line has more than " + MAX_LINE + " characters");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel("template").setCodePointLimit(MAX_CHARACTERS).build();
    TreeBuilder tree = new TreeBuilder(problems);
    try {
      Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
      while (parser.hasNext()) {
        Event event = parser.next();
        if (event instanceof DocumentStartEvent && tree.isComplete()) {
          report(
              SEVERAL_DOCUMENTS,
              TreeBuilder.position(event),
              "the file holds more than one YAML document, but a template is one document.",
              Details.none().fix("move what follows this '---' to a file of its own."));
          break;
        }
        if (!tree.accept(event)) {
          return Optional.empty();
        }
      }
    } catch (YamlEngineException e) {
      MalformedYaml malformed = MalformedYaml.explain(e, text);
      report(MALFORMED_YAML, malformed.at(), malformed.headline(), malformed.details());
      return Optional.empty();
    }
    return tree.root();
  }

  private static int firstLongLine(String text) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (end - start > MAX_LINE) {
        return line;
      }
      start = end + 1;
      line++;
    }
    return text.length() - start > MAX_LINE ? line : 0;
  }

  private void tooLarge(int line, String fact) {
    report(TEMPLATE_TOO_LARGE, new Position(line, 1), fact + ", the most allowed.", Details.none());
  }

  private void report(ProblemCode code, Position at, String headline, Details details) {
    problems.reportAt(code, TemplatePath.root(), at, headline, details);
  }
}
