package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.JavaType.HiddenType;
import io.tasker.processor.model.MethodModel;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SourceRef;
import java.util.HashSet;
import java.util.Set;

/** The adapter, in the handler's package, can name and call everything it needs. */
final class AccessCheck implements Check.OfClass {
  private static final String REMOVE_PRIVATE =
      "fix: remove 'private' (package-private is enough; it need not be public).";

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    String adapter = adapter(handlers);
    String className = String.join(".", handlers.name().simpleNames());
    if (handlers.is(HandlerClass.Trait.PRIVATE)) {
      report(
          handlers.at(),
          "handler class %s is private, so %s cannot call it.".formatted(className, adapter),
          REMOVE_PRIVATE,
          diagnostics);
      return;
    }
    if (handlers.is(HandlerClass.Trait.INNER)) {
      report(
          handlers.at(),
          "handler class %s is an inner class, so %s cannot call it.".formatted(className, adapter),
          "fix: make it static.",
          diagnostics);
    }
    // A type is told where it is met first: what makes it visible there makes it so everywhere.
    Set<HiddenType> told = new HashSet<>();
    handlers.methods().forEach(method -> check(method, adapter, told, diagnostics));
  }

  private static void check(
      MethodModel called, String adapter, Set<HiddenType> told, Diagnostics diagnostics) {
    String method = called.shown();
    if (called.is(MethodModel.Trait.PRIVATE)) {
      report(
          called.at(),
          "%s %s is private, so %s cannot call it.".formatted(called.noun(), method, adapter),
          REMOVE_PRIVATE,
          diagnostics);
    }
    called
        .returned()
        .hidden()
        .filter(told::add)
        .ifPresent(
            hidden ->
                reportHidden(called.at(), "the result of " + method, hidden, adapter, diagnostics));
    for (ParameterModel parameter : called.parameters()) {
      String what = "parameter '%s' of %s".formatted(parameter.slot().name(), method);
      parameter
          .slot()
          .type()
          .hidden()
          .filter(told::add)
          .ifPresent(
              hidden -> reportHidden(parameter.slot().at(), what, hidden, adapter, diagnostics));
    }
  }

  private static void reportHidden(
      SourceRef at, String what, HiddenType hidden, String adapter, Diagnostics diagnostics) {
    boolean isPrivate = hidden.modifier().equals("private");
    report(
        at,
        "%s mentions %s, which is %s, so %s cannot name it."
            .formatted(what, hidden.name(), hidden.modifier(), adapter),
        isPrivate ? REMOVE_PRIVATE : "fix: make " + hidden.name() + " public.",
        diagnostics);
  }

  private static void report(SourceRef at, String headline, String fix, Diagnostics diagnostics) {
    diagnostics.report(Problem.error(Code.INACCESSIBLE_HANDLER, at, headline, fix));
  }

  private static String adapter(HandlerClass handlers) {
    String packageName = handlers.name().packageName();
    return packageName.isEmpty()
        ? "the generated adapter"
        : "the adapter generated in package " + packageName;
  }
}
