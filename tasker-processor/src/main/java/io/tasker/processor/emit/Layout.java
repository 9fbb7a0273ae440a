package io.tasker.processor.emit;

import java.util.List;

/**
 * Lays out printed source the way people do, in one pass over its lines. A string literal never
 * spans lines, so what begins or ends a line is code.
 */
final class Layout {
  private static final int WIDTH = 100;

  private final List<String> lines;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private Layout(List<String> lines) {
    this.lines = lines;
  }

  static String of(String source) {
    Layout layout = new Layout(source.lines().map(String::stripTrailing).toList());
    while (layout.at < layout.lines.size()) {
      layout.take();
    }
    return layout.text.toString();
  }

  private void take() {
    String line = lines.get(at);
    String code = line.strip();
    if (line.endsWith("{") && code(1).equals("}")) {
      write(line + "}", 2);
    } else if (line.endsWith("(") && code(2).equals(")")) {
      // The one member of an annotation.
      write(line + code(1) + ")", 3);
    } else if (code.equals("/**") && code(2).equals("*/")) {
      writeIfItFits(line + code(1).substring(1) + " */", 3);
    } else if (code.startsWith("public ") && line.endsWith(",") && code(1).endsWith(") {")) {
      int list = line.indexOf('(') + 1;
      write(line.substring(0, list), 0);
      write(indent(line) + "    " + line.substring(list) + " " + code(1), 2);
    } else if (line.endsWith(" =") || line.endsWith(" ->")) {
      writeIfItFits(line + " " + statement(1), length());
    } else if (line.endsWith("(") || code.startsWith("Parameter.")) {
      writeIfItFits(line + statement(1), length());
    } else {
      write(line, 1);
    }
  }

  /** Writes several lines as one, or else the first of them as it is. */
  private void writeIfItFits(String joined, int count) {
    if (joined.length() <= WIDTH) {
      write(joined, count);
    } else {
      write(lines.get(at), 1);
    }
  }

  private void write(String line, int count) {
    text.append(line).append('\n');
    at += count;
  }

  /** Returns how many lines the statement has that begins here. */
  private int length() {
    int length = 1;
    while (!lines.get(at + length - 1).endsWith(";")) {
      length++;
    }
    return length;
  }

  /** Returns the statement from a line of it on: calls of a chain follow each other directly. */
  private String statement(int from) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < length(); i++) {
      String code = code(i);
      boolean isClose =
          joined.isEmpty() || code.startsWith(".") || joined.charAt(joined.length() - 1) == '(';
      joined.append(isClose ? "" : " ").append(code);
    }
    return joined.toString();
  }

  /** Returns a line below this one without its indent; empty below the last. */
  private String code(int below) {
    return at + below < lines.size() ? lines.get(at + below).strip() : "";
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.strip().length());
  }
}
