package com.acme.kinds;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Publishes;
import io.tasker.annotation.Workflow;
import io.tasker.handler.Decision;
import java.util.Optional;

/** A request goes to one approver or to two. */
@Workflow(namespace = "approval", name = "routing")
public final class Approval {
  enum Route {
    AUTO_APPROVE,
    MANAGER_APPROVAL,
    FINANCE_REVIEW
  }

  record Request(long amount, @JsonProperty("by") String requester) {}

  record Verdict(String approver, boolean approved) {}

  @Handler
  static Request validate(@Input Request request) {
    return request;
  }

  @Handler
  static Decision<Route> route(@Depends(value = "validate", path = "amount") long amount) {
    return amount < 1_000
        ? Decision.to(Route.AUTO_APPROVE)
        : Decision.to(Route.MANAGER_APPROVAL, Route.FINANCE_REVIEW);
  }

  @Handler
  static Verdict autoApprove(@Depends("validate") Request request) {
    return new Verdict("rule", true);
  }

  @Handler
  static Verdict managerApproval(@Depends("validate") Request request) {
    return new Verdict("manager", true);
  }

  @Handler
  static String notifyManager(@Depends("manager_approval") Verdict verdict) {
    return verdict.approver();
  }

  @Handler
  static Verdict financeReview(@Depends("validate") Request request) {
    return new Verdict("finance", true);
  }

  @Handler
  @Publishes(value = "approval.finished", description = "All verdicts are in.")
  @Publishes(
      value = "approval.failed",
      on = Publishes.On.FAILURE,
      delivery = Publishes.Delivery.FAST)
  static int conclude(
      @Depends("auto_approve") Optional<Verdict> rule,
      @Depends("manager_approval") Optional<Verdict> manager,
      @Depends("finance_review") Optional<Verdict> finance) {
    return 1;
  }
}
