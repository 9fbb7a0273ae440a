package io.tasker.benchmarks.order;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Orders, from the request to the confirmation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBenchmark {
  /** How many orders there are at a time. */
  public static final int IN_FLIGHT = 64;

  @Param public OrderPeer peer;
  @Param public Threads threads;

  private final OrderRequest request = new OrderRequest("ada", 3, 1995);
  private final List<Callable<Confirmation>> started = new ArrayList<>(IN_FLIGHT);
  private ExecutorService executor;
  private OrderRunner runner;

  @Setup
  public void open() {
    executor = threads.open();
    runner = peer.open(executor);
  }

  /** One at a time: on a pool, what is measured is how long threads take to wake up. */
  @Benchmark
  public Confirmation order() throws Exception {
    return runner.run(request);
  }

  /** Many at a time, so that no thread of a pool has to wait. */
  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public void orders(Blackhole confirmations) throws Exception {
    for (int i = 0; i < IN_FLIGHT; i++) {
      started.add(runner.start(request));
    }
    for (Callable<Confirmation> order : started) {
      confirmations.consume(order.call());
    }
    started.clear();
  }

  @TearDown
  public void close() {
    runner.close();
    executor.shutdownNow();
  }
}
