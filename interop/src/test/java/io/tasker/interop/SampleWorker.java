package io.tasker.interop;

import io.tasker.worker.TaskerWorker;
import java.util.concurrent.CountDownLatch;

/** A worker with the handlers of all samples, as a program; it ends when it is asked to. */
public final class SampleWorker {
  private SampleWorker() {}

  /**
   * Runs the worker.
   *
   * @param arguments the address of the database for JDBC
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    SampleHandlers samples = new SampleHandlers();
    TaskerWorker worker = samples.equip(TaskerWorker.builder()).url(arguments[0]).start();
    System.out.println("The worker takes steps. Ctrl-C ends it");
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "worker-shutdown"));
    new CountDownLatch(1).await();
  }
}
