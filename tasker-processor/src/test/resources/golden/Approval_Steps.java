package com.acme.kinds;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Runs the steps of {@link Approval}. Not API. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = Approval.class)
public final class Approval_Steps {
  /** Has no instances. */
  private Approval_Steps() {}

  /** {@return the adapters, ordered by callable} */
  public static List<StepAdapter> adapters() {
    return List.of(
        autoApproveStep(),
        concludeStep(),
        financeReviewStep(),
        managerApprovalStep(),
        notifyManagerStep(),
        routeStep(),
        validateStep());
  }

  /** {@return step {@code auto_approve}, which calls {@link Approval#autoApprove}} */
  private static StepAdapter autoApproveStep() {
    Parameter<Approval.Request> request = Parameter.dependency("validate", Approval.Request.class);
    return HandlerDescriptor.handler("approval_auto_approve", "auto_approve")
        .declaredAt("com.acme.kinds.Approval.autoApprove(Request)")
        .parameters(request)
        .result(Approval.Verdict.class)
        .calling(invocation -> Approval.autoApprove(invocation.argument(request)));
  }

  /** {@return step {@code conclude}, which calls {@link Approval#conclude}} */
  private static StepAdapter concludeStep() {
    Parameter<Optional<Approval.Verdict>> rule =
        Parameter.dependency("auto_approve", new JsonType<Optional<Approval.Verdict>>() {});
    Parameter<Optional<Approval.Verdict>> manager =
        Parameter.dependency("manager_approval", new JsonType<Optional<Approval.Verdict>>() {});
    Parameter<Optional<Approval.Verdict>> finance =
        Parameter.dependency("finance_review", new JsonType<Optional<Approval.Verdict>>() {});
    return HandlerDescriptor.handler("approval_conclude", "conclude")
        .declaredAt("com.acme.kinds.Approval.conclude(Optional<Verdict>, Optional<Verdict>, Optional<Verdict>)")
        .parameters(rule, manager, finance)
        .result(int.class)
        .calling(
            invocation ->
                Approval.conclude(
                    invocation.argument(rule),
                    invocation.argument(manager),
                    invocation.argument(finance)));
  }

  /** {@return step {@code finance_review}, which calls {@link Approval#financeReview}} */
  private static StepAdapter financeReviewStep() {
    Parameter<Approval.Request> request = Parameter.dependency("validate", Approval.Request.class);
    return HandlerDescriptor.handler("approval_finance_review", "finance_review")
        .declaredAt("com.acme.kinds.Approval.financeReview(Request)")
        .parameters(request)
        .result(Approval.Verdict.class)
        .calling(invocation -> Approval.financeReview(invocation.argument(request)));
  }

  /** {@return step {@code manager_approval}, which calls {@link Approval#managerApproval}} */
  private static StepAdapter managerApprovalStep() {
    Parameter<Approval.Request> request = Parameter.dependency("validate", Approval.Request.class);
    return HandlerDescriptor.handler("approval_manager_approval", "manager_approval")
        .declaredAt("com.acme.kinds.Approval.managerApproval(Request)")
        .parameters(request)
        .result(Approval.Verdict.class)
        .calling(invocation -> Approval.managerApproval(invocation.argument(request)));
  }

  /** {@return step {@code notify_manager}, which calls {@link Approval#notifyManager}} */
  private static StepAdapter notifyManagerStep() {
    Parameter<Approval.Verdict> verdict =
        Parameter.dependency("manager_approval", Approval.Verdict.class);
    return HandlerDescriptor.handler("approval_notify_manager", "notify_manager")
        .declaredAt("com.acme.kinds.Approval.notifyManager(Verdict)")
        .parameters(verdict)
        .result(String.class)
        .calling(invocation -> Approval.notifyManager(invocation.argument(verdict)));
  }

  /** {@return step {@code route}, which calls {@link Approval#route}} */
  private static StepAdapter routeStep() {
    Parameter<Long> amount = Parameter.dependency("validate", long.class).path("amount");
    return HandlerDescriptor.handler("approval_route", "route")
        .decision("auto_approve", "manager_approval", "finance_review")
        .declaredAt("com.acme.kinds.Approval.route(long)")
        .parameters(amount)
        .result(Object.class)
        .calling(invocation -> Approval.route((long) invocation.argument(amount)));
  }

  /** {@return step {@code validate}, which calls {@link Approval#validate}} */
  private static StepAdapter validateStep() {
    Parameter<Approval.Request> request = Parameter.input(Approval.Request.class);
    return HandlerDescriptor.handler("approval_validate", "validate")
        .declaredAt("com.acme.kinds.Approval.validate(Request)")
        .parameters(request)
        .result(Approval.Request.class)
        .calling(invocation -> Approval.validate(invocation.argument(request)));
  }
}
