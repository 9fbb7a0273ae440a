package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerNames;
import io.tasker.processor.model.Located;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A callable is an opaque key, but one that people can see and Tasker Core can store. */
final class CallableCheck implements Check.OfClass {
  private static final int LONGEST = 500;
  private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}]+");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .map(handler -> handler.names())
        .flatMap(CallableCheck::written)
        .forEach(callable -> check(callable, diagnostics));
  }

  /** Returns the keys the user wrote; a derived one is as good as the step name. */
  private static Stream<Located<String>> written(HandlerNames names) {
    Stream<Located<String>> aliases = names.aliases().stream();
    return names.isCallableDerived()
        ? aliases
        : Stream.concat(Stream.of(names.callable()), aliases);
  }

  private static void check(Located<String> callable, Diagnostics diagnostics) {
    if (!FORM.matcher(callable.value()).matches()) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_CALLABLE,
              callable.at(),
              "'%s' is not a callable: use at least one character and no spaces."
                  .formatted(callable.value())));
    } else if (callable.value().length() > LONGEST) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_CALLABLE,
              callable.at(),
              "this callable has %d characters, but Tasker Core takes %d."
                  .formatted(callable.value().length(), LONGEST)));
    }
  }
}
