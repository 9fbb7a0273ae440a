package io.tasker.benchmarks.report;

import com.sun.management.ThreadMXBean;
import io.tasker.benchmarks.order.OrderPeer;
import io.tasker.benchmarks.order.OrderWork;
import io.tasker.benchmarks.shape.Shape;
import io.tasker.benchmarks.shape.ShapePeer;
import io.tasker.benchmarks.shape.ShapeWork;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Measures one kind of work on the caller's thread, in a JVM of its own: warms up by a number of
 * operations instead of a time, and takes the thread's processor time. So it can be used where
 * other processes want the processors, too.
 */
public final class FixedWork {
  private static final int WARM_UPS = 8;
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = 100_000_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @SuppressWarnings("unused") // keeps results alive
  private volatile @Nullable Object sink;

  private FixedWork() {}

  /**
   * Prints the processor time in ns and the bytes of one operation.
   *
   * @param arguments a peer and, unless it is to run orders, a shape
   * @throws Exception if a step fails
   */
  public static void main(String[] arguments) throws Exception {
    Callable<Object> work =
        arguments.length == 1
            ? OrderWork.of(OrderPeer.valueOf(arguments[0]))
            : ShapeWork.of(ShapePeer.valueOf(arguments[0]), Shape.valueOf(arguments[1]));
    FixedWork measuring = new FixedWork();
    System.out.println(measuring.measure(work));
    System.exit(0); // ParSeq's timer would keep the JVM
  }

  private String measure(Callable<Object> work) throws Exception {
    int operations = 1;
    while (cpu(work, operations) < ROUND_NANOS) {
      operations *= 2;
    }
    for (int i = 0; i < WARM_UPS; i++) {
      cpu(work, operations);
      // What was interpreted while it was calibrated is compiled now.
      operations =
          (int) Math.max(operations, operations * (ROUND_NANOS / (double) cpu(work, operations)));
    }
    double[] nanos = new double[ROUNDS];
    long allocated = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      nanos[i] = cpu(work, operations) / (double) operations;
    }
    double bytes =
        (threads.getCurrentThreadAllocatedBytes() - allocated) / ((double) operations * ROUNDS);
    Arrays.sort(nanos);
    return nanos[0] + " " + nanos[ROUNDS / 2] + " " + bytes;
  }

  private long cpu(Callable<Object> work, int operations) throws Exception {
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < operations; i++) {
      sink = work.call();
    }
    return threads.getCurrentThreadCpuTime() - start;
  }
}
