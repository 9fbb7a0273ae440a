package com.acme.kinds;

import io.tasker.spi.DescribedAdapter;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.StepInvocation;
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
        new AutoApproveStep(),
        new ConcludeStep(),
        new FinanceReviewStep(),
        new ManagerApprovalStep(),
        new NotifyManagerStep(),
        new RouteStep(),
        new ValidateStep());
  }

  /** Runs step {@code auto_approve} by calling {@link Approval#autoApprove}. */
  private static final class AutoApproveStep extends DescribedAdapter {
    /** The argument {@code request}. */
    private static final Parameter<Approval.Request> REQUEST =
        Parameter.dependency("validate", Approval.Request.class);

    /** Describes the step. */
    AutoApproveStep() {
      super(
          HandlerDescriptor.handler("approval_auto_approve", "auto_approve")
              .declaredAt("com.acme.kinds.Approval.autoApprove(Request)")
              .parameters(REQUEST)
              .result(Approval.Verdict.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Approval.Request request = invocation.argument(REQUEST);
      return Approval.autoApprove(request);
    }
  }

  /** Runs step {@code conclude} by calling {@link Approval#conclude}. */
  private static final class ConcludeStep extends DescribedAdapter {
    /** The argument {@code rule}. */
    private static final Parameter<Optional<Approval.Verdict>> RULE =
        Parameter.dependency("auto_approve", new RuleType());

    /** The argument {@code manager}. */
    private static final Parameter<Optional<Approval.Verdict>> MANAGER =
        Parameter.dependency("manager_approval", new ManagerType());

    /** The argument {@code finance}. */
    private static final Parameter<Optional<Approval.Verdict>> FINANCE =
        Parameter.dependency("finance_review", new FinanceType());

    /** Describes the step. */
    ConcludeStep() {
      super(
          HandlerDescriptor.handler("approval_conclude", "conclude")
              .declaredAt("com.acme.kinds.Approval.conclude(Optional<Verdict>, Optional<Verdict>, Optional<Verdict>)")
              .parameters(RULE, MANAGER, FINANCE)
              .result(int.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Optional<Approval.Verdict> rule = invocation.argument(RULE);
      Optional<Approval.Verdict> manager = invocation.argument(MANAGER);
      Optional<Approval.Verdict> finance = invocation.argument(FINANCE);
      return Approval.conclude(rule, manager, finance);
    }

    /** The type of the rule. */
    private static final class RuleType extends JsonType<Optional<Approval.Verdict>> {}

    /** The type of the manager. */
    private static final class ManagerType extends JsonType<Optional<Approval.Verdict>> {}

    /** The type of the finance. */
    private static final class FinanceType extends JsonType<Optional<Approval.Verdict>> {}
  }

  /** Runs step {@code finance_review} by calling {@link Approval#financeReview}. */
  private static final class FinanceReviewStep extends DescribedAdapter {
    /** The argument {@code request}. */
    private static final Parameter<Approval.Request> REQUEST =
        Parameter.dependency("validate", Approval.Request.class);

    /** Describes the step. */
    FinanceReviewStep() {
      super(
          HandlerDescriptor.handler("approval_finance_review", "finance_review")
              .declaredAt("com.acme.kinds.Approval.financeReview(Request)")
              .parameters(REQUEST)
              .result(Approval.Verdict.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Approval.Request request = invocation.argument(REQUEST);
      return Approval.financeReview(request);
    }
  }

  /** Runs step {@code manager_approval} by calling {@link Approval#managerApproval}. */
  private static final class ManagerApprovalStep extends DescribedAdapter {
    /** The argument {@code request}. */
    private static final Parameter<Approval.Request> REQUEST =
        Parameter.dependency("validate", Approval.Request.class);

    /** Describes the step. */
    ManagerApprovalStep() {
      super(
          HandlerDescriptor.handler("approval_manager_approval", "manager_approval")
              .declaredAt("com.acme.kinds.Approval.managerApproval(Request)")
              .parameters(REQUEST)
              .result(Approval.Verdict.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Approval.Request request = invocation.argument(REQUEST);
      return Approval.managerApproval(request);
    }
  }

  /** Runs step {@code notify_manager} by calling {@link Approval#notifyManager}. */
  private static final class NotifyManagerStep extends DescribedAdapter {
    /** The argument {@code verdict}. */
    private static final Parameter<Approval.Verdict> VERDICT =
        Parameter.dependency("manager_approval", Approval.Verdict.class);

    /** Describes the step. */
    NotifyManagerStep() {
      super(
          HandlerDescriptor.handler("approval_notify_manager", "notify_manager")
              .declaredAt("com.acme.kinds.Approval.notifyManager(Verdict)")
              .parameters(VERDICT)
              .result(String.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Approval.Verdict verdict = invocation.argument(VERDICT);
      return Approval.notifyManager(verdict);
    }
  }

  /** Runs step {@code route} by calling {@link Approval#route}. */
  private static final class RouteStep extends DescribedAdapter {
    /** The argument {@code amount}. */
    private static final Parameter<Long> AMOUNT =
        Parameter.dependency("validate", long.class).path("amount");

    /** Describes the step. */
    RouteStep() {
      super(
          HandlerDescriptor.handler("approval_route", "route")
              .decision("auto_approve", "manager_approval", "finance_review")
              .declaredAt("com.acme.kinds.Approval.route(long)")
              .parameters(AMOUNT)
              .result(Object.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      long amount = invocation.argument(AMOUNT);
      return Approval.route(amount);
    }
  }

  /** Runs step {@code validate} by calling {@link Approval#validate}. */
  private static final class ValidateStep extends DescribedAdapter {
    /** The argument {@code request}. */
    private static final Parameter<Approval.Request> REQUEST =
        Parameter.input(Approval.Request.class);

    /** Describes the step. */
    ValidateStep() {
      super(
          HandlerDescriptor.handler("approval_validate", "validate")
              .declaredAt("com.acme.kinds.Approval.validate(Request)")
              .parameters(REQUEST)
              .result(Approval.Request.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      Approval.Request request = invocation.argument(REQUEST);
      return Approval.validate(request);
    }
  }
}
