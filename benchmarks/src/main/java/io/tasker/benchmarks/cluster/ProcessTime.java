package io.tasker.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor time of processes, user and system, as Linux counts it: in steps of 10 ms. */
final class ProcessTime {
  private static final long MILLIS_PER_TICK = 10;

  private ProcessTime() {}

  /** Returns the processor time of a process in ms. */
  static long of(long pid) {
    return read(Path.of("/proc", Long.toString(pid)))
        .map(process -> process.own() * MILLIS_PER_TICK)
        .orElseThrow(() -> new IllegalStateException("Process " + pid + " has ended"));
  }

  /** Returns the processor time of a process with its children, those that ended included. */
  static long ofFamily(long pid) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      List<Status> family =
          processes
              .filter(path -> path.getFileName().toString().matches("\\d+"))
              .flatMap(path -> read(path).stream())
              .filter(process -> process.id() == pid || process.parent() == pid)
              .toList();
      return MILLIS_PER_TICK
          * family.stream()
              .mapToLong(
                  process -> process.own() + (process.id() == pid ? process.ofEndedChildren() : 0))
              .sum();
    } catch (IOException e) {
      throw new IllegalStateException("/proc cannot be read", e);
    }
  }

  private record Status(long id, long parent, long own, long ofEndedChildren) {}

  // See proc(5); the name of the program may have spaces and parentheses.
  private static Optional<Status> read(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Optional.of(
          new Status(
              Long.parseLong(process.getFileName().toString()),
              Long.parseLong(fields[1]),
              Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
              Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    } catch (IOException e) {
      // It has ended in the meantime.
      return Optional.empty();
    }
  }
}
