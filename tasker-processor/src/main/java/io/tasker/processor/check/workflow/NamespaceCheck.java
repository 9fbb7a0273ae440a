package io.tasker.processor.check.workflow;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.WorkflowModel;
import java.util.regex.Pattern;

/** A namespace makes queue names: Tasker Core adds 18 characters, and PGMQ takes 47. */
final class NamespaceCheck implements Check.OfClass {
  private static final int LONGEST = 29;
  private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers
        .workflow()
        .map(WorkflowModel::namespace)
        .ifPresent(namespace -> check(namespace, diagnostics));
  }

  private static void check(Located<String> namespace, Diagnostics diagnostics) {
    String name = namespace.value();
    if (!FORM.matcher(name).matches()) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_NAMESPACE,
              namespace.at(),
              "'%s' is not a namespace: use letters, digits and '_', and no digit first."
                  .formatted(name)));
    } else if (name.length() > LONGEST) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_NAMESPACE,
              namespace.at(),
              "namespace '%s' has %d characters, but queue names leave room for %d."
                  .formatted(name, name.length(), LONGEST),
              "fix: shorten it by %d.".formatted(name.length() - LONGEST)));
    }
  }
}
