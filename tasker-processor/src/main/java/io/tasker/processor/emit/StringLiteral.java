package io.tasker.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Writes texts of the user, which may hold what an editor, or JavaPoet, takes for a line's end. */
final class StringLiteral {
  private StringLiteral() {}

  static CodeBlock of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(letter -> literal.append(escaped((char) letter)));
    return CodeBlock.of("$L", literal.append('"').toString());
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> isPlain(letter) ? String.valueOf(letter) : "\\u%04x".formatted((int) letter);
    };
  }

  private static boolean isPlain(char letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
