package io.tasker.template.problem;

import java.util.Objects;

/**
 * A problem without a place: what a rule says about a value, wherever the value was written.
 *
 * @param code the kind of problem
 * @param severity how much it matters
 * @param headline one sentence that stands alone
 * @param details the lines below it
 */
public record Finding(ProblemCode code, Severity severity, String headline, Details details) {

  /** Checks that nothing is null. */
  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(details, "details");
  }
}
