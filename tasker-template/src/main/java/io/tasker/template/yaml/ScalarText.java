package io.tasker.template.yaml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as text: plain where no reader of YAML 1.1 or 1.2 could take them for anything but the
 * same text, else in double quotes or, with several lines, as a literal block.
 */
final class ScalarText {
  /** Letters beyond ASCII; ranges, because character classes grow with the JDK. */
  private static final String LETTERS = "\u00C0-\u024F\u0370-\u04FF\u3040-\u30FF\u4E00-\u9FFF";

  /** Harmless everywhere, also between brackets and as a key. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/$" + LETTERS + "][A-Za-z0-9 _/$.+;()^~@%=!'" + LETTERS + "-]*");

  /** Harmless behind a key or a dash: a colon needs a neighbour, a number sign must not begin. */
  private static final Pattern PLAIN_LINE =
      Pattern.compile(
          "[A-Za-z_/$" + LETTERS + "][\\x20-\\x7E\u2010-\u2027\u2190-\u21FF" + LETTERS + "]*");

  /** Words that YAML 1.1 takes for booleans. */
  private static final Pattern BOOLEAN_ELSEWHERE =
      Pattern.compile("y|n|yes|no|on|off", Pattern.CASE_INSENSITIVE);

  /** What a line of a literal block may hold without escapes; no space at its end. */
  private static final Pattern LITERAL_LINE =
      Pattern.compile("(?:[\\x20-\\x7E" + LETTERS + "]*[\\x21-\\x7E" + LETTERS + "])?");

  /** YAML wants keys on one line of at most 1024 characters. */
  private static final int LONGEST_KEY = 1000;

  private ScalarText() {}

  /** Returns a scalar that may stand anywhere, also between brackets. */
  static String inline(@Nullable Object value) {
    if (value instanceof TemplateLayout.Quoted quoted) {
      return quoted(quoted.text());
    }
    if (value instanceof String string) {
      return isPlain(string) ? string : quoted(string);
    }
    return String.valueOf(value);
  }

  /** Returns the key, in the form that allows any length if it is too long for the usual one. */
  static String key(String key, int indent) {
    String inline = inline(key);
    return inline.length() <= LONGEST_KEY ? inline : "? " + inline + "\n" + " ".repeat(indent);
  }

  /** Returns a text that stands alone behind its key, as a literal block if that is readable. */
  static String block(String text, int indent) {
    if (!isLiteral(text)) {
      return isPlainLine(text) ? text : inline(text);
    }
    String margin = " ".repeat(indent + 2);
    boolean endsLine = text.endsWith("\n");
    StringBuilder block = new StringBuilder(endsLine ? "|" : "|-");
    for (String line : (endsLine ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : margin + line);
    }
    return block.toString();
  }

  private static boolean isLiteral(String text) {
    String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return lines.contains("\n")
        && lines.charAt(0) > ' '
        && !lines.endsWith("\n")
        && lines.lines().allMatch(line -> LITERAL_LINE.matcher(line).matches())
        && lines.indexOf('\r') < 0;
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && isText(text);
  }

  private static boolean isPlainLine(String text) {
    return PLAIN_LINE.matcher(text).matches()
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && isText(text);
  }

  private static boolean isText(String text) {
    return !text.endsWith(" ")
        && !BOOLEAN_ELSEWHERE.matcher(text).matches()
        && PlainScalars.resolve(text) instanceof String;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(character -> quoted.append(escaped(character)));
    return quoted.append('"').toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default ->
          isPrintable(character)
              ? Character.toString(character)
              : character > 0xFFFF
                  ? "\\U%08X".formatted(character)
                  : "\\u%04X".formatted(character);
    };
  }

  /** Not by character type, which changes with the JDK; includes what turns text around. */
  private static boolean isPrintable(int character) {
    return character >= 0x20
        && !(character >= 0x7F && character <= 0xA0)
        && character != 0xAD
        && !(character >= 0x200B && character <= 0x200F)
        && !(character >= 0x2028 && character <= 0x202E)
        && !(character >= 0x2060 && character <= 0x206F)
        && !(character >= 0xD800 && character <= 0xF8FF)
        && character != 0xFEFF
        && (character & 0xFFFE) != 0xFFFE
        && character < 0xE0000;
  }
}
