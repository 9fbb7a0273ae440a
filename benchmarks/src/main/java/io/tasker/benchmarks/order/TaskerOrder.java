package io.tasker.benchmarks.order;

import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import io.tasker.engine.LocalEngine;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** The workflow on the local engine, without listeners. */
final class TaskerOrder implements OrderRunner {
  private static final String NAMESPACE = "benchmarks";

  // The steps of OrderSteps without a schema of the input.
  private static final String UNCHECKED =
      """
      name: unchecked_order
      namespace_name: benchmarks
      version: "1.0.0"
      steps:
        - {name: validate_cart, handler: {callable: benchmarks_validate_cart}}
        - name: process_payment
          dependencies: [validate_cart]
          handler: {callable: benchmarks_process_payment}
        - name: reserve_stock
          dependencies: [validate_cart]
          handler: {callable: benchmarks_reserve_stock}
        - name: create_order
          dependencies: [process_payment, reserve_stock]
          handler: {callable: benchmarks_create_order}
        - name: send_confirmation
          dependencies: [create_order]
          handler: {callable: benchmarks_send_confirmation}
      """;

  private final LocalEngine engine;
  private final String workflow;

  TaskerOrder(Executor executor, boolean isChecked) {
    this.engine =
        LocalEngine.builder()
            .executor(executor)
            .workflow(NAMESPACE, "order")
            .template("unchecked_order.yaml", UNCHECKED)
            .build();
    this.workflow = isChecked ? "order" : "unchecked_order";
  }

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    TaskHandle order = engine.submit(TaskRequest.of(NAMESPACE, workflow).input(request));
    return () -> order.await().orThrow().result("send_confirmation", Confirmation.class);
  }

  @Override
  public void close() {
    engine.close();
  }
}
