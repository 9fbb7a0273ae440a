package io.tasker.handler;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the branches below a decision step are taken. A handler that returns it makes its step a
 * decision; the constants of {@code R} are the branches, each named like its step in upper case.
 *
 * <pre>{@code
 * enum Approval { AUTO_APPROVE, MANAGER_APPROVAL, FINANCE_REVIEW }
 *
 * @Handler
 * static Decision<Approval> route(@Depends(value = "validate", path = "amount") long amount) {
 *   return amount < 1_000
 *       ? Decision.to(Approval.AUTO_APPROVE)
 *       : Decision.to(Approval.MANAGER_APPROVAL, Approval.FINANCE_REVIEW).with(new Reason("high"));
 * }
 * }</pre>
 *
 * @param <R> the enum of the branches
 */
public final class Decision<R extends Enum<R>> {
  private final Set<R> routes;
  private final @Nullable String skipReason;
  private final @Nullable Object details;

  private Decision(Set<R> routes, @Nullable String skipReason, @Nullable Object details) {
    this.routes = routes;
    this.skipReason = skipReason;
    this.details = details;
  }

  /**
   * Takes one branch or several.
   *
   * @param <R> the enum of the branches
   * @param route a branch
   * @param more further branches; one given twice counts once
   * @return the decision
   */
  @SafeVarargs
  public static <R extends Enum<R>> Decision<R> to(R route, R... more) {
    Set<R> routes = new LinkedHashSet<>();
    routes.add(Objects.requireNonNull(route, "route"));
    for (R next : more) {
      routes.add(Objects.requireNonNull(next, "route"));
    }
    return new Decision<R>(Collections.unmodifiableSet(routes), null, null);
  }

  /**
   * Takes the branches of a collection.
   *
   * @param <R> the enum of the branches
   * @param routes the branches, at least one
   * @return the decision
   * @throws IllegalArgumentException if there is no branch; use {@link #skip(String)} for that
   */
  public static <R extends Enum<R>> Decision<R> to(Iterable<R> routes) {
    Set<R> taken = new LinkedHashSet<>();
    routes.forEach(route -> taken.add(Objects.requireNonNull(route, "route")));
    if (taken.isEmpty()) {
      throw new IllegalArgumentException("A decision without a branch is Decision.skip(reason)");
    }
    return new Decision<R>(Collections.unmodifiableSet(taken), null, null);
  }

  /**
   * Takes no branch.
   *
   * @param <R> the enum of the branches
   * @param reason why, for people
   * @return the decision
   */
  public static <R extends Enum<R>> Decision<R> skip(String reason) {
    return new Decision<R>(Set.of(), Objects.requireNonNull(reason, "reason"), null);
  }

  /**
   * Returns this decision with details that later steps may read as the decision's result.
   *
   * @param data a value that is an object in JSON: a record or a map
   * @return the decision
   */
  public Decision<R> with(Object data) {
    return new Decision<R>(routes, skipReason, Objects.requireNonNull(data, "data"));
  }

  /**
   * Returns the branches taken.
   *
   * @return the branches in the order they were given; empty if none is taken
   */
  public Set<R> routes() {
    return routes;
  }

  /**
   * Returns why no branch is taken.
   *
   * @return the reason, or null if a branch is taken
   */
  public @Nullable String skipReason() {
    return skipReason;
  }

  /**
   * Returns the details.
   *
   * @return the details, or null for none
   */
  public @Nullable Object details() {
    return details;
  }
}
