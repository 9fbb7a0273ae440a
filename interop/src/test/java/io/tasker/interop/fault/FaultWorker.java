package io.tasker.interop.fault;

import io.tasker.worker.TaskerWorker;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A worker as a program, to be killed: it writes down what it runs, and the first attempt of a step
 * that is to be held never ends.
 */
public final class FaultWorker {
  /** What the program prints once it takes steps. */
  static final String READY = "ready";

  private FaultWorker() {}

  /**
   * Runs the worker until the process ends.
   *
   * @param arguments the address of the database for JDBC and the id of the worker
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    Witness witness = Witness.at(arguments[0]);
    TaskerWorker worker =
        TaskerWorker.builder()
            .url(arguments[0])
            .workerId(UUID.fromString(arguments[1]))
            .registry(Linear.handlers(witness, context -> holdFirst(context.attempt())))
            .template("linear.yaml", Linear.TEMPLATE)
            .template("pair.yaml", Pair.TEMPLATE)
            .concurrency(10)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "worker-shutdown"));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  private static void holdFirst(int attempt) throws InterruptedException {
    if (attempt == 1) {
      new CountDownLatch(1).await();
    }
  }
}
