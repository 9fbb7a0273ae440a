package io.tasker.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out printed source the way people do. A string literal never spans lines, so patterns that
 * contain a line break touch code only.
 */
final class Layout {
  private static final int WIDTH = 100;

  private static final Pattern TRAILING_SPACE = Pattern.compile(" +\n");
  private static final Pattern EMPTY_BODY = Pattern.compile("\\{\n *\\}");
  private static final Pattern SINGLE_MEMBER = Pattern.compile("\\(\n *(\\w+ = .*)\n *\\)");
  private static final Pattern ONE_LINE_JAVADOC =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* (.+)\n *\\*/$");
  private static final Pattern FIELD =
      Pattern.compile("(?m)^( +private static final .* =)\n +(.*(?:\n +\\..*)*;)$");

  private static final Pattern PARAMETER =
      Pattern.compile("(?m)^( +)(Parameter\\..*(?:\n +\\..*)+;)$");
  private static final Pattern LIST =
      Pattern.compile("(?m)^( +return List\\.of\\()\n +((?:.*,\n +)*.*\\);)$");

  private static final Pattern PARAMETERS =
      Pattern.compile("(?m)^( +)(public [^(=\\n]*\\()(.*),\n +(.*\\) \\{)$");

  private Layout() {}

  static String of(String source) {
    String text = TRAILING_SPACE.matcher(source).replaceAll("\n");
    text = EMPTY_BODY.matcher(text).replaceAll("{}");
    text = SINGLE_MEMBER.matcher(text).replaceAll("($1)");
    text = joined(ONE_LINE_JAVADOC, text, "%s/** %s */");
    text = PARAMETERS.matcher(text).replaceAll("$1$2\n$1    $3, $4");
    text = joined(FIELD, text, "%s %s");
    text = joined(PARAMETER, text, "%s%s");
    return joined(LIST, text, "%s%s");
  }

  /** Puts on one line what fits there. */
  private static String joined(Pattern pattern, String text, String format) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> {
              String rest = match.group(2).replaceAll("\n +(?=\\.)", "").replaceAll("\n +", " ");
              String line = format.formatted(match.group(1), rest);
              return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
            });
  }
}
