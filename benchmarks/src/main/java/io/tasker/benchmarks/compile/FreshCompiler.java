package io.tasker.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles in a JVM of its own, which tells its processor time, user and system, at its end. */
public final class FreshCompiler {
  private FreshCompiler() {}

  /**
   * Compiles and prints the processor time that the process has used since it began, in ns.
   *
   * @param arguments those of the compiler
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Compilation.compile(List.of(arguments));
    System.out.println(
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
  }

  /** Runs a compilation in a new JVM; returns its processor time in ns. */
  static long cpu(Compilation compilation) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-classpath", ownClasses(), FreshCompiler.class.getName()));
    command.addAll(compilation.arguments());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The compiler failed: " + printed);
    }
    return Long.parseLong(printed.substring(printed.lastIndexOf('\n') + 1));
  }

  private static String ownClasses() {
    try {
      return Path.of(
              FreshCompiler.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("The class path of the benchmarks is not a file", e);
    }
  }
}
