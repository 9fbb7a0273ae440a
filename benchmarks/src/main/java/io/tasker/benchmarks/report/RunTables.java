package io.tasker.benchmarks.report;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.dispatch.DispatchBenchmark;
import io.tasker.benchmarks.order.OrderBenchmark;
import io.tasker.benchmarks.order.OrderPeer;
import io.tasker.benchmarks.shape.Shape;
import io.tasker.benchmarks.shape.ShapeBenchmark;
import io.tasker.benchmarks.shape.ShapePeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Measures calls, orders and shapes, and writes their tables. */
public final class RunTables {
  private final Effort effort;
  private final StringBuilder text = new StringBuilder();

  private RunTables(Effort effort) {
    this.effort = effort;
  }

  /**
   * Writes the tables.
   *
   * @param arguments the file to write and, optionally, an {@link Effort}
   * @throws IOException if the file cannot be written
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Effort effort = Effort.valueOf(arguments.length > 1 ? arguments[1] : Effort.USUAL.name());
    RunTables tables = new RunTables(effort);
    Path file = Path.of(arguments[0]);
    tables.text.append("Start: ").append(Machine.now()).append(". ").append(effort).append("\n");
    tables.dispatch();
    tables.orders();
    tables.shapes();
    tables.text.append("\nEnd: load average %.1f%n".formatted(Machine.load()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, tables.text);
    System.out.println(tables.text);
  }

  private void dispatch() throws RunnerException {
    heading("One call of a handler");
    Markdown table = new Markdown("call", "ns", "±", "CPU ns", "B");
    for (RunResult result : run(options(DispatchBenchmark.class, ".*"))) {
      String name = result.getParams().getBenchmark();
      String call = name.substring(name.lastIndexOf('.') + 1);
      table.row(Measurement.of(result).cells(call));
    }
    text.append(table);
  }

  private void orders() throws RunnerException {
    heading("An order in five steps, one at a time");
    orders("order", Threads.values());
    heading("An order in five steps, %d in flight".formatted(OrderBenchmark.IN_FLIGHT));
    orders("orders", Threads.POOL_OF_2);
  }

  private void orders(String method, Threads... places) throws RunnerException {
    Markdown table = new Markdown("threads", "peer", "ns", "±", "CPU ns", "B");
    for (Threads threads : places) {
      String[] peers = names(OrderPeer.values(), peer -> peer.runsOn(threads));
      for (RunResult result :
          run(on(threads, options(OrderBenchmark.class, method)).param("peer", peers))) {
        table.row(Measurement.of(result).cells(threads.name(), parameter(result, "peer")));
      }
    }
    text.append(table);
  }

  private void shapes() throws RunnerException {
    heading("Deep and wide workflows");
    steps(shapes(Threads.DIRECT, Shape.values()));
    heading("Wide workflows on a pool of two");
    shapes(Threads.POOL_OF_2, Shape.WIDTH_10, Shape.WIDTH_100, Shape.WIDTH_1000);
  }

  private Map<String, Measurement> shapes(Threads threads, Shape... shapes) throws RunnerException {
    Map<String, Measurement> measured = new LinkedHashMap<>();
    Markdown table = new Markdown("shape", "peer", "ns", "±", "CPU ns", "B");
    ChainedOptionsBuilder options =
        on(threads, options(ShapeBenchmark.class, ".*"))
            .param("shape", names(shapes, shape -> true))
            .param("peer", names(ShapePeer.values(), peer -> peer.runsOn(threads)));
    for (RunResult result : grouped(run(options))) {
      String peer = parameter(result, "peer");
      Shape shape = Shape.valueOf(parameter(result, "shape"));
      Measurement measurement = Measurement.of(result);
      measured.put(peer + " " + shape, measurement);
      table.row(measurement.cells(shape.name(), peer));
    }
    text.append(table);
    return measured;
  }

  private void steps(Map<String, Measurement> measured) {
    heading("One step of a chain: (CHAIN_100 − CHAIN_10) / 90");
    Markdown table = new Markdown("peer", "ns", "±", "CPU ns", "B");
    measured.forEach(
        (name, longChain) -> {
          String group = name.substring(0, name.lastIndexOf(' '));
          Measurement shortChain = measured.get(group + " " + Shape.CHAIN_10);
          if (name.endsWith(Shape.CHAIN_100.name()) && shortChain != null) {
            int steps = Shape.CHAIN_100.steps() - Shape.CHAIN_10.steps();
            table.row(longChain.minus(shortChain, steps).cells(group));
          }
        });
    text.append(table);
  }

  private void heading(String title) {
    text.append("\n### ").append(title).append("\n\n");
  }

  // What is compared stands together: the peers on the same shape.
  private static List<RunResult> grouped(Collection<RunResult> results) {
    return results.stream()
        .sorted(Comparator.comparing(result -> Shape.valueOf(parameter(result, "shape"))))
        .toList();
  }

  private static ChainedOptionsBuilder on(Threads threads, ChainedOptionsBuilder options) {
    return options.param("threads", threads.name());
  }

  private static <E extends Enum<E>> String[] names(E[] constants, Predicate<E> chosen) {
    return Stream.of(constants).filter(chosen).map(Enum::name).toArray(String[]::new);
  }

  private static String parameter(RunResult result, String name) {
    return result.getParams().getParam(name);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, String method) {
    return effort
        .options()
        .include(benchmark.getName() + "\\." + method + "$")
        .shouldFailOnError(true)
        // In the foreground, so that a busy machine does not keep code from being compiled. The
        // preview is structured scopes.
        .jvmArgs("-Xbatch", "--enable-preview", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuTime.class);
  }
}
