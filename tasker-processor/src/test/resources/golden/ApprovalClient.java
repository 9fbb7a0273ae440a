package com.acme.kinds;

import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TypedClient;
import io.tasker.TypedResults;
import io.tasker.TypedTaskHandle;
import io.tasker.spi.TaskerGenerated;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/** Submits tasks of {@link Approval} and reads their results. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
public final class ApprovalClient extends TypedClient<ApprovalClient.Results> {
  /**
   * Creates a client.
   *
   * @param engine runs the tasks; the caller closes it
   */
  public ApprovalClient(TaskEngine engine) {
    super(engine, TaskRequest.of("approval", "routing").version("1.0.0"), Results::new);
  }

  /**
   * Submits a task.
   *
   * @param input the input of the task
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(Approval.Request input) {
    return submit(input, request -> request);
  }

  /**
   * Submits a task on someone's behalf, with a key or tags.
   *
   * @param input the input of the task
   * @param settings adds to the request: {@code request -> request.initiator("web")}
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(
      Approval.Request input, UnaryOperator<TaskRequest> settings) {
    return start(input, settings);
  }

  /** The results of a task. */
  public static final class Results extends TypedResults<Results> {
    /**
     * Reads the results of a task.
     *
     * @param task a task that has ended
     */
    public Results(TaskResult task) {
      super(task);
    }

    /** {@return what {@link Approval#autoApprove} returned, or empty if it did not run} */
    public Optional<Approval.Verdict> autoApprove() {
      return optionalResultOf("auto_approve", Approval.Verdict.class);
    }

    /** {@return what {@link Approval#conclude} returned, or empty if it did not run} */
    public Optional<Integer> conclude() {
      return optionalResultOf("conclude", Integer.class);
    }

    /** {@return what {@link Approval#financeReview} returned, or empty if it did not run} */
    public Optional<Approval.Verdict> financeReview() {
      return optionalResultOf("finance_review", Approval.Verdict.class);
    }

    /** {@return what {@link Approval#managerApproval} returned, or empty if it did not run} */
    public Optional<Approval.Verdict> managerApproval() {
      return optionalResultOf("manager_approval", Approval.Verdict.class);
    }

    /** {@return what {@link Approval#notifyManager} returned, or empty if it did not run} */
    public Optional<String> notifyManager() {
      return optionalResultOf("notify_manager", String.class);
    }

    /** {@return the branches that {@link Approval#route} took} */
    public Set<Approval.Route> route() {
      return branchesOf("route", Approval.Route.class);
    }

    /** {@return what {@link Approval#validate} returned} */
    public Approval.Request validate() {
      return resultOf("validate", Approval.Request.class);
    }
  }
}
