package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.TemplatePath;

/**
 * The range that Tasker Core declares for a number but does not enforce. Outside it is a warning;
 * an error where nothing could run with the value.
 *
 * @param key the key, also in the text
 * @param least the smallest value
 * @param greatest the greatest value
 */
record Range(String key, long least, long greatest) {

  void check(
      ProblemCollector problems,
      ProblemCode code,
      TemplatePath holder,
      String owner,
      long value,
      boolean isFatal) {
    if (value < least || value > greatest) {
      problems.report(
          code,
          isFatal ? Severity.ERROR : Severity.WARNING,
          holder.key(key),
          owner + " has " + key + " " + value + "; the range is " + least + " to " + greatest + ".",
          Details.none());
    }
  }
}
