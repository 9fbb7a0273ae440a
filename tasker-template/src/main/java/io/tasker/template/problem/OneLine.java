package io.tasker.template.problem;

/** Text with values from a file, made fit for one line of a terminal. */
final class OneLine {
  /** No sentence of ours is longer; names from a file may be. */
  private static final int LONGEST = 1_000;

  private OneLine() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(character -> isInvisible(character) ? ' ' : character)
        .forEach(line::appendCodePoint);
    return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
  }

  /** Control characters, line breaks of other alphabets, and what turns the direction of text. */
  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
