package io.tasker.processor.model;

import java.util.List;

/**
 * What a handler is called. The places are those of the annotation's values, or the annotation
 * itself for names that were derived.
 *
 * @param step the step
 * @param callable the key under which templates name the handler
 * @param method the name that selects it among handlers of one callable, or empty
 * @param aliases further callables
 * @param resolver the resolver a template must name, or empty
 */
public record HandlerNames(
    Located<String> step,
    Located<String> callable,
    String method,
    List<Located<String>> aliases,
    String resolver) {

  /** Copies the aliases. */
  public HandlerNames {
    aliases = List.copyOf(aliases);
  }

  /** Returns whether the callable was derived from the step name. */
  public boolean isCallableDerived() {
    return callable.at().member().isEmpty();
  }
}
