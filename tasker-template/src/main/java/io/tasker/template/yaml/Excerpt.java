package io.tasker.template.yaml;

/** Text from a file as a message may show it: one line, short, printable. */
final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    int[] characters = text.codePoints().limit(LONGEST + 1L).toArray();
    for (int i = 0; i < Math.min(LONGEST, characters.length); i++) {
      shown.appendCodePoint(Character.isISOControl(characters[i]) ? ' ' : characters[i]);
    }
    return characters.length > LONGEST ? shown + "…" : shown.toString();
  }
}
