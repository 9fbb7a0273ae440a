package io.tasker.benchmarks.report;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderPeer;
import io.tasker.benchmarks.shape.Shape;
import io.tasker.benchmarks.shape.ShapePeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Measures orders and shapes as {@link FixedWork} and writes their tables. */
public final class FixedWorkTables {
  private FixedWorkTables() {}

  /**
   * Writes the tables.
   *
   * @param arguments the file to write
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("Start: " + Machine.now() + "\n\n");
    Markdown orders = new Markdown("order in five steps", "CPU ns, least", "median", "B");
    for (OrderPeer peer : OrderPeer.values()) {
      if (!peer.runsOn(Threads.DIRECT)) {
        continue;
      }
      orders.row(cells(peer.name(), measure(peer.name())));
    }
    text.append(orders);
    Markdown steps = new Markdown("one step of a chain", "CPU ns, least", "median", "B");
    Markdown shapes = new Markdown("shape", "peer", "CPU ns, least", "median", "B");
    for (ShapePeer peer : ShapePeer.values()) {
      if (!peer.runsOn(Threads.DIRECT)) {
        continue;
      }
      Map<Shape, double[]> measured = new EnumMap<>(Shape.class);
      for (Shape shape : Shape.values()) {
        double[] result = measure(peer.name(), shape.name());
        measured.put(shape, result);
        shapes.row(cells(shape.name(), peer.name(), result));
      }
      steps.row(cells(peer.name(), step(measured)));
    }
    text.append('\n').append(steps).append('\n').append(shapes);
    text.append("\nEnd: load average %.1f%n".formatted(Machine.load()));
    Files.createDirectories(Path.of(arguments[0]).toAbsolutePath().getParent());
    Files.writeString(Path.of(arguments[0]), text);
    System.out.println(text);
  }

  // What the step bookkeeping costs, without what the task costs.
  private static double[] step(Map<Shape, double[]> measured) {
    double[] longer = Objects.requireNonNull(measured.get(Shape.CHAIN_100));
    double[] shorter = Objects.requireNonNull(measured.get(Shape.CHAIN_10));
    int steps = Shape.CHAIN_100.steps() - Shape.CHAIN_10.steps();
    double[] difference = new double[longer.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = (longer[i] - shorter[i]) / steps;
    }
    return difference;
  }

  private static double[] measure(String... work) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-classpath"));
    command.addAll(List.of(System.getProperty("java.class.path"), FixedWork.class.getName()));
    command.addAll(List.of(work));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(List.of(work) + " failed");
    }
    String[] numbers = printed.substring(printed.lastIndexOf('\n') + 1).split(" ", -1);
    System.out.println(List.of(work) + " " + printed);
    return List.of(numbers).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static String[] cells(String peer, double[] result) {
    return new String[] {peer, number(result[0]), number(result[1]), number(result[2])};
  }

  private static String[] cells(String shape, String peer, double[] result) {
    return new String[] {shape, peer, number(result[0]), number(result[1]), number(result[2])};
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
  }
}
