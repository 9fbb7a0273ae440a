package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;

/** The name of a generated class is free. */
final class GeneratedNameCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    if (handlers.is(HandlerClass.Trait.GENERATED_NAME_TAKEN)) {
      diagnostics.report(
          Problem.error(
              Code.GENERATED_NAME_COLLISION,
              handlers.at(),
              "the class generated for %s is %s, but there is one of that name already."
                  .formatted(
                      String.join(".", handlers.name().simpleNames()),
                      handlers.generatedName().canonicalName()),
              "fix: rename one of the two."));
    }
  }
}
