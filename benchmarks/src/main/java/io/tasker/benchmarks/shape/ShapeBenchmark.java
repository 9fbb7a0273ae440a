package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One workflow at a time, from its request to its end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ShapeBenchmark {
  @Param public ShapePeer peer;
  @Param public Shape shape;
  @Param public Threads threads;

  private ExecutorService executor;
  private ShapeRunner runner;

  @Setup
  public void open() {
    executor = threads.open();
    runner = peer.open(shape, executor);
  }

  @Benchmark
  public Supplier<List<Counter>> workflow() throws Exception {
    return runner.run();
  }

  @TearDown
  public void close() {
    runner.close();
    executor.shutdownNow();
  }
}
