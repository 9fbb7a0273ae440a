package io.tasker.worker;

import io.tasker.TaskerException;
import java.util.concurrent.CountDownLatch;

/**
 * A worker as a program, for handlers that need no service of an application but a {@link
 * java.time.Clock}, for which they get the system's in UTC. It runs the handlers on its class path
 * until it is asked to end (SIGTERM, SIGINT), lets running steps end or hands them back, and exits
 * with 0. It exits with 1 if it cannot start.
 *
 * <table>
 *   <caption>Environment variables</caption>
 *   <tr><th>variable</th><th>meaning</th></tr>
 *   <tr><td>{@code DATABASE_URL}</td><td>the database of the cluster, {@code
 *       postgresql://user:password@host:port/database}; required</td></tr>
 *   <tr><td>{@code TASKER_NAMESPACES}</td><td>the namespaces to run, separated by commas; all there
 *       are templates of unless set</td></tr>
 *   <tr><td>{@code TASKER_WORKFLOWS}</td><td>the workflows to run of those that modules bring, {@code
 *       namespace/workflow} separated by commas; all unless set</td></tr>
 *   <tr><td>{@code TASKER_TEMPLATE_PATH}</td><td>a file or a directory with further templates as
 *       YAML</td></tr>
 *   <tr><td>{@code TASKER_CONFIG_FILE}</td><td>a YAML file with configuration for {@code @Config}:
 *       {@code namespace: {workflow: {key: value}}}, and for one step alone {@code namespace:
 *       {workflow/step: {key: value}}}; in all else as {@link
 *       io.tasker.engine.EngineBuilder#config(String, String, java.util.Map)}</td></tr>
 *   <tr><td>{@code TASKER_WORKER_ID}</td><td>a UUID that this worker, and no other, has at each
 *       start: steps that it had when it was killed are then handed back at once</td></tr>
 *   <tr><td>{@code TASKER_WORKER_CONCURRENCY}</td><td>how many steps run at once, 10 unless
 *       set</td></tr>
 *   <tr><td>{@code TASKER_WORKER_SHUTDOWN_SECONDS}</td><td>how long running steps may take to end,
 *       30 unless set</td></tr>
 *   <tr><td>{@code TASKER_WORKER_POLL_MILLIS}</td><td>how often to look for messages nobody told
 *       of, 1000 unless set</td></tr>
 *   <tr><td>{@code TASKER_WORKER_LEAVE_UNKNOWN_SECONDS}</td><td>how long steps of workflows that
 *       this worker does not know are left to others, 600 unless set</td></tr>
 *   <tr><td>{@code TASKER_WORKER_MAX_RESULT_BYTES}</td><td>the greatest size of a result, 1000000
 *       unless set</td></tr>
 *   <tr><td>{@code TASKER_HEALTH_PORT}</td><td>the port of {@code /health/live}, {@code
 *       /health/ready} and {@code /metrics}; none unless set</td></tr>
 *   <tr><td>{@code TASKER_HEALTH_ADDRESS}</td><td>where that port is, {@code 127.0.0.1} unless set,
 *       {@code 0.0.0.0} for all interfaces</td></tr>
 * </table>
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * Runs a worker until the process is asked to end.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    TaskerWorker worker;
    try {
      worker = WorkerEnvironment.read(System.getenv()).start();
    } catch (TaskerException e) {
      System.err.println(WorkerEnvironment.explain(e));
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker), "tasker-worker-shutdown"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // A JVM that ends because of a signal exits with 128 and the signal, also after an orderly end.
  private static void end(TaskerWorker worker) {
    worker.close();
    Runtime.getRuntime().halt(0);
  }
}
