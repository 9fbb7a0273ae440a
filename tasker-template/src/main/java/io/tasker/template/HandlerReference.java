package io.tasker.template;

import java.util.Map;
import java.util.Objects;

/**
 * Which handler runs a step ({@code handler}).
 *
 * @param callable the key under which the handler is registered
 * @param method the method of the handler, or empty for its only one
 * @param resolver the resolver to ask, or empty for the default chain
 * @param initialization the configuration of the step
 */
public record HandlerReference(
    String callable, String method, String resolver, Map<String, Object> initialization) {

  /** Copies the configuration. */
  public HandlerReference {
    Objects.requireNonNull(callable, "callable");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(resolver, "resolver");
    initialization = OpenData.copyOf(initialization);
  }

  /**
   * Returns a reference by callable alone.
   *
   * @param callable the callable
   * @return the reference
   */
  public static HandlerReference to(String callable) {
    return new HandlerReference(callable, "", "", Map.of());
  }
}
