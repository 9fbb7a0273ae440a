package io.tasker.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What one peer's processor costs. Each round takes a compilation without it and one with it. */
final class CompileCost {
  private static final int WARM_UPS = 4;

  private final String path;
  private final List<Path> sources;
  private final Path directory;
  private int runs;

  CompileCost(CompilePeer peer, int things, Path directory) throws IOException {
    this.path = peer.path();
    this.directory = directory;
    this.sources = peer.sources(things).write(directory.resolve("src"));
  }

  /** All files, each time in a new JVM. */
  Seconds fresh(int rounds) throws IOException, InterruptedException {
    return median(rounds, withProcessor -> FreshCompiler.cpu(all(withProcessor)));
  }

  /** All files, in this JVM, which has compiled them several times before. */
  Seconds warm(int rounds) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      all(true).run();
    }
    return median(
        rounds,
        withProcessor -> {
          OperatingSystemMXBean system =
              (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
          Compilation compilation = all(withProcessor);
          long start = system.getProcessCpuTime();
          compilation.run();
          return system.getProcessCpuTime() - start;
        });
  }

  /** The last file, in a new JVM, where all others are compiled. */
  Seconds oneFile(int rounds) throws IOException, InterruptedException {
    Compilation plain = all(false);
    plain.run();
    Compilation processed = all(true);
    processed.run();
    List<Path> last = List.of(sources.get(sources.size() - 1));
    return median(
        rounds,
        withProcessor ->
            FreshCompiler.cpu(
                new Compilation(
                    last,
                    withProcessor ? processed.output() : plain.output(),
                    path,
                    withProcessor)));
  }

  private Compilation all(boolean withProcessor) throws IOException {
    Path output = Files.createDirectories(directory.resolve("classes-" + runs++));
    return new Compilation(sources, output, path, withProcessor);
  }

  /** Takes the processor time of a compilation, in ns. */
  private interface Stopwatch {
    long nanos(boolean withProcessor) throws IOException, InterruptedException;
  }

  private static Seconds median(int rounds, Stopwatch stopwatch)
      throws IOException, InterruptedException {
    long[] plain = new long[rounds];
    long[] processed = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      plain[i] = stopwatch.nanos(false);
      processed[i] = stopwatch.nanos(true);
    }
    return new Seconds(median(plain), median(processed));
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e9;
  }
}
