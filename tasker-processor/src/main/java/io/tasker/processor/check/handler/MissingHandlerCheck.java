package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Stray;

/** The annotations of a step stand on a step: without {@code @Handler} they do nothing. */
final class MissingHandlerCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    String type = String.join(".", handlers.name().simpleNames());
    handlers.strays().forEach(stray -> diagnostics.report(problem(type, stray)));
  }

  private static Problem problem(String type, Stray stray) {
    String annotation = stray.annotation();
    return switch (stray.owner()) {
      case METHOD ->
          problem(
              stray,
              "%s.%s has %s, but no @Handler, so it is no step and never runs."
                  .formatted(type, methodName(stray), annotation),
              "add @Handler, or remove %s.".formatted(annotation));
      case PARAMETER ->
          problem(
              stray,
              "%s on '%s' of %s has no effect: only a step's parameters are bound."
                  .formatted(annotation, stray.name(), type),
              "remove it; the step that needs the value takes it as a parameter.");
      case CLASS ->
          problem(
              stray,
              "%s of %s has no effect: the class has no step.".formatted(annotation, type),
              "annotate its static methods with @Handler, or remove %s.".formatted(annotation));
    };
  }

  private static String methodName(Stray stray) {
    return stray.at().method().substring(0, stray.at().method().indexOf('('));
  }

  private static Problem problem(Stray stray, String headline, String fix) {
    return Problem.error(Code.MISSING_HANDLER, stray.at(), headline, "fix: " + fix);
  }
}
