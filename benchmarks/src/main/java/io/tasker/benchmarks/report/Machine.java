package io.tasker.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/** Where and when numbers were taken. */
public final class Machine {
  private Machine() {}

  /**
   * Returns a line about the machine as it is now.
   *
   * @return date, processors, their model where the system tells it, load average and JDK
   */
  public static String now() {
    return "%s, %d × %s, load average %.1f, JDK %s (%s)"
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            Runtime.getRuntime().availableProcessors(),
            model(),
            load(),
            Runtime.version(),
            System.getProperty("java.vm.name"));
  }

  /**
   * Returns how many threads wanted a processor, on average over the last minute.
   *
   * @return the load average; negative where the system does not tell it
   */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String model() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor");
    } catch (IOException e) {
      // Not Linux; the architecture must do.
      return System.getProperty("os.arch");
    }
  }
}
