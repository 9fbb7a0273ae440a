package io.tasker.processor.check.handler;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;

/** The names of generated classes are free. */
final class GeneratedNameCheck implements Check.OfClass {
  private final boolean withClient;

  /**
   * Creates the rule.
   *
   * @param withClient whether each workflow gets a client
   */
  GeneratedNameCheck(boolean withClient) {
    this.withClient = withClient;
  }

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    if (handlers.is(HandlerClass.Trait.GENERATED_NAME_TAKEN)) {
      report("class", handlers, handlers.generatedName(), diagnostics);
    }
    if (withClient
        && handlers.workflow().isPresent()
        && handlers.is(HandlerClass.Trait.CLIENT_NAME_TAKEN)) {
      report("client", handlers, handlers.clientName(), diagnostics);
    }
  }

  private static void report(
      String what, HandlerClass handlers, ClassName generated, Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(
            Code.GENERATED_NAME_COLLISION,
            handlers.at(),
            "the %s generated for %s is %s, but there is one of that name already."
                .formatted(
                    what,
                    String.join(".", handlers.name().simpleNames()),
                    generated.canonicalName()),
            "fix: rename one of the two."));
  }
}
