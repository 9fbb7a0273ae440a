package io.tasker;

import io.tasker.handler.StepHandler;
import io.tasker.template.HandlerReference;
import java.util.Optional;

/**
 * Finds handlers by a rule of the application where nothing is registered under a callable, for
 * example one handler for all callables with a prefix. Asked when an engine starts, once for each
 * step.
 *
 * <pre>{@code
 * final class Partners implements HandlerResolver {
 *   @Override
 *   public String name() {
 *     return "partners";
 *   }
 *
 *   @Override
 *   public Optional<StepHandler> resolve(String namespace, HandlerReference reference) {
 *     return reference.callable().startsWith("partner.")
 *         ? Optional.of(new PartnerCall(reference.callable()))
 *         : Optional.empty();
 *   }
 * }
 * }</pre>
 */
public interface HandlerResolver {

  /** The {@link #priority} of registered handlers and of those of modules. */
  int REGISTERED = 10;

  /**
   * Returns the name by which a template asks this resolver and no other: its {@code resolver}.
   *
   * @return the name, the same at each call
   */
  String name();

  /**
   * Returns when this is asked: lower ones first, {@link #REGISTERED} for handlers that are
   * registered under their callable.
   *
   * @return the priority, 50 unless overridden
   */
  default int priority() {
    return 50;
  }

  /**
   * Returns the handler of a step.
   *
   * @param namespace the namespace of the template
   * @param reference how the template names the handler; its method and configuration are the
   *     handler's business
   * @return the handler, or empty to leave it to the next resolver
   */
  Optional<StepHandler> resolve(String namespace, HandlerReference reference);
}
