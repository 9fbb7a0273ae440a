package io.tasker.benchmarks.order;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One order at a time, from its request to its confirmation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBenchmark {
  @Param public OrderPeer peer;
  @Param public Threads threads;

  private final OrderRequest request = new OrderRequest("ada", 3, 1995);
  private ExecutorService executor;
  private OrderRunner runner;

  @Setup
  public void open() {
    executor = threads.open();
    runner = peer.open(executor);
  }

  @Benchmark
  public Confirmation order() throws Exception {
    return runner.run(request);
  }

  @TearDown
  public void close() {
    runner.close();
    executor.shutdownNow();
  }
}
