package io.tasker.samples.compliance;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.Decision;
import io.tasker.handler.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Large or risky requests need a senior manager and a second decision: which checks the rules of
 * compliance ask for, if any. That decision is itself a branch of the first one.
 */
@Workflow(
    namespace = "compliance",
    name = "multi_tier_approval",
    description = "Approves a request with the checks that its amount, risk and place ask for.")
public final class MultiTierApproval {
  private static final Set<String> REGULATED = Set.of("EU", "UK", "APAC");

  private MultiTierApproval() {}

  enum Tier {
    EMERGENCY_APPROVAL,
    STANDARD_MANAGER_APPROVAL,
    SENIOR_MANAGER_APPROVAL,
    COMPLIANCE_ROUTING
  }

  enum Check {
    LEGAL_REVIEW,
    FRAUD_INVESTIGATION,
    JURISDICTIONAL_CHECK
  }

  record Request(long amount, int riskScore, String jurisdiction, boolean emergency) {}

  record Risk(int riskScore) {}

  record Consent(String by) {}

  @Handler
  static Request validateRequest(@Input Request request) {
    if (request.amount() <= 0) {
      throw new ValidationException("Amount must be positive", "INVALID_AMOUNT");
    }
    return request;
  }

  @Handler
  static Risk assessRisk(@Depends("validate_request") Request request) {
    return new Risk(request.riskScore());
  }

  @Handler
  static Decision<Tier> primaryRouting(
      @Depends("validate_request") Request request, @Depends("assess_risk") Risk risk) {
    if (request.emergency() && request.amount() < 10_000) {
      return Decision.to(Tier.EMERGENCY_APPROVAL);
    }
    if (risk.riskScore() < 30 && request.amount() < 5_000) {
      return Decision.to(Tier.STANDARD_MANAGER_APPROVAL);
    }
    return Decision.to(Tier.SENIOR_MANAGER_APPROVAL, Tier.COMPLIANCE_ROUTING);
  }

  @Handler
  static Consent emergencyApproval() {
    return new Consent("on-call manager");
  }

  @Handler
  static Consent standardManagerApproval() {
    return new Consent("manager");
  }

  @Handler
  static Consent seniorManagerApproval() {
    return new Consent("senior manager");
  }

  @Handler
  static Decision<Check> complianceRouting(
      @Depends("validate_request") Request request, @Depends("assess_risk") Risk risk) {
    List<Check> checks = new ArrayList<>();
    if (request.amount() >= 50_000) {
      checks.add(Check.LEGAL_REVIEW);
    }
    if (risk.riskScore() >= 70) {
      checks.add(Check.FRAUD_INVESTIGATION);
    }
    if (REGULATED.contains(request.jurisdiction())) {
      checks.add(Check.JURISDICTIONAL_CHECK);
    }
    return checks.isEmpty() ? Decision.skip("no_compliance_requirements") : Decision.to(checks);
  }

  @Handler
  static Consent legalReview() {
    return new Consent("legal department");
  }

  @Handler
  static Consent fraudInvestigation() {
    return new Consent("fraud department");
  }

  @Handler
  static Consent jurisdictionalCheck() {
    return new Consent("local counsel");
  }

  @Handler
  static List<String> finalizeApproval(
      @Depends("emergency_approval") Optional<Consent> emergency,
      @Depends("standard_manager_approval") Optional<Consent> standard,
      @Depends("senior_manager_approval") Optional<Consent> senior,
      @Depends("legal_review") Optional<Consent> legal,
      @Depends("fraud_investigation") Optional<Consent> fraud,
      @Depends("jurisdictional_check") Optional<Consent> jurisdictional) {
    return Stream.of(emergency, standard, senior, legal, fraud, jurisdictional)
        .flatMap(Optional::stream)
        .map(Consent::by)
        .toList();
  }
}
