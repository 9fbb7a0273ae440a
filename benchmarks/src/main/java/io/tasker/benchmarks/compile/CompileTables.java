package io.tasker.benchmarks.compile;

import io.tasker.benchmarks.report.Machine;
import io.tasker.benchmarks.report.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures what processors cost, and writes the tables. */
public final class CompileTables {
  private final Path file;
  private final int things;
  private final int rounds;

  private CompileTables(Path file, int things, int rounds) {
    this.file = file;
    this.things = things;
    this.rounds = rounds;
  }

  /**
   * Writes the tables.
   *
   * @param arguments the file to write, how many handlers there are and how often each compilation
   *     is repeated
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    CompileTables tables =
        new CompileTables(file, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Path directory = Files.createTempDirectory("benchmarks-compile");
    try {
      tables.write(directory);
    } finally {
      delete(directory);
    }
    System.out.println(Files.readString(file));
  }

  private void write(Path directory) throws IOException, InterruptedException {
    String start =
        "Start: %s. %d things, medians of %d rounds%n%n".formatted(Machine.now(), things, rounds);
    Markdown table =
        new Markdown(
            "processor",
            "new JVM: javac alone, s",
            "with it, s",
            "ms for each",
            "warm JVM: javac alone, s",
            "with it, s",
            "ms for each",
            "one file of " + SourceWriter.PER_FILE + ": javac alone, s",
            "with it, s",
            "ms for each");
    for (CompilePeer peer : CompilePeer.values()) {
      CompileCost cost = new CompileCost(peer, things, directory.resolve(peer.name()));
      Seconds fresh = cost.fresh(rounds);
      Seconds warm = cost.warm(rounds);
      Seconds oneFile = cost.oneFile(rounds);
      table.row(
          peer.name() + " (" + peer.versions() + ")",
          number(fresh.plain()),
          number(fresh.processed()),
          number(fresh.millisForEach(things)),
          number(warm.plain()),
          number(warm.processed()),
          number(warm.millisForEach(things)),
          number(oneFile.plain()),
          number(oneFile.processed()),
          number(oneFile.millisForEach(SourceWriter.PER_FILE)));
      // What is measured stays if a later peer fails or the run is broken off.
      Files.writeString(
          file, start + table + "%nAfter %s: load average %.1f%n".formatted(peer, Machine.load()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(directory)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
