package io.tasker.benchmarks.compile;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes things that a processor works on, ten to a file, each with a record of its own and each
 * but the first of a file using the one before it.
 */
interface SourceWriter {
  /** How many things are in one file. */
  int PER_FILE = 10;

  /** Returns the name of a file's class. */
  String className(int file);

  /** Returns the annotations and the modifiers of a file's class. */
  String declaration(int file);

  /** Returns one thing; its record is {@code P<number>}. */
  String member(int number, boolean isFirst);

  /** Returns what there is beside the files, by class name. */
  default Map<String, String> others(int files) {
    return Map.of();
  }

  /** Writes that many things. */
  default SourceSet write(int things) {
    Map<String, String> sources = new TreeMap<>();
    int files = (things + PER_FILE - 1) / PER_FILE;
    for (int file = 0; file < files; file++) {
      sources.put(className(file), file(file, Math.min(things, (file + 1) * PER_FILE)));
    }
    sources.putAll(others(files));
    return new SourceSet(sources);
  }

  private String file(int file, int end) {
    StringBuilder text = new StringBuilder();
    text.append(declaration(file)).append(" {\n");
    for (int number = file * PER_FILE; number < end; number++) {
      text.append(
          "  public record P%1$d(String name, long amount, java.util.List<String> tags) {}\n"
              .formatted(number));
      text.append(member(number, number == file * PER_FILE));
    }
    return text.append("}\n").toString();
  }
}
