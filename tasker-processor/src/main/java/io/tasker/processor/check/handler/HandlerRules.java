package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about handler classes and methods. */
public final class HandlerRules {
  private HandlerRules() {}

  /**
   * Returns the rules.
   *
   * @param withClient whether each workflow gets a client
   */
  public static Rules all(boolean withClient) {
    return new Rules(
        List.of(
            new MissingHandlerCheck(),
            new GeneratedNameCheck(withClient),
            new ClientTypeCheck(withClient),
            new AccessCheck(),
            new StaticCheck(),
            new MethodShapeCheck()),
        List.of());
  }
}
