package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.WorkflowModel;
import java.util.regex.Pattern;

/** A version is three numbers. */
final class VersionCheck implements Check.OfClass {
  private static final String NUMBER = "(0|[1-9]\\d{0,8})";
  private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers
        .workflow()
        .map(WorkflowModel::version)
        .filter(version -> !FORM.matcher(version.value()).matches())
        .map(VersionCheck::problem)
        .ifPresent(diagnostics::report);
  }

  private static Problem problem(Located<String> version) {
    return Problem.error(
        Code.INVALID_VERSION,
        version.at(),
        "'%s' is not a version: write major.minor.patch, such as 1.0.0."
            .formatted(version.value()));
  }
}
