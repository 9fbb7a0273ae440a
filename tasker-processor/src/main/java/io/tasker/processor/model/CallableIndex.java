package io.tasker.processor.model;

import io.tasker.template.HandlerReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds handlers as the registry does at run time: by callable or alias, resolver and method. */
public final class CallableIndex {
  /** What Tasker Core writes where a template names no method. */
  private static final String NO_METHOD = "call";

  private final Map<String, List<HandlerModel>> handlers = new TreeMap<>();

  /** Creates the index of classes. */
  public CallableIndex(Collection<HandlerClass> classes) {
    for (HandlerClass each : classes) {
      each.handlers().forEach(this::add);
    }
  }

  private void add(HandlerModel handler) {
    Stream.concat(
            Stream.of(handler.callable()), handler.names().aliases().stream().map(Located::value))
        .distinct()
        .forEach(name -> handlers.computeIfAbsent(name, key -> new ArrayList<>()).add(handler));
  }

  /** Returns the handler that a template means, or empty if there is none, or not only one. */
  public Optional<HandlerModel> find(HandlerReference reference) {
    List<HandlerModel> answering = answering(reference);
    return answering.stream()
        .filter(handler -> handler.names().method().equals(reference.method()))
        .findFirst()
        .or(() -> namesMethod(reference) ? Optional.empty() : only(answering));
  }

  /** Returns the handlers of a callable and resolver, whatever their methods are. */
  public List<HandlerModel> answering(HandlerReference reference) {
    return named(reference.callable()).stream()
        .filter(handler -> answers(handler, reference.resolver()))
        .toList();
  }

  /** Returns the handlers of a callable, whatever their methods and resolvers are. */
  public List<HandlerModel> named(String callable) {
    return handlers.getOrDefault(callable, List.of());
  }

  /** Returns the callables and aliases, in order. */
  public SortedSet<String> callables() {
    return new TreeSet<>(handlers.keySet());
  }

  /** Returns whether a template picks one of several handlers by its method. */
  public static boolean namesMethod(HandlerReference reference) {
    return !reference.method().isEmpty() && !reference.method().equals(NO_METHOD);
  }

  private static boolean answers(HandlerModel handler, String resolver) {
    return handler.names().resolver().isEmpty() || handler.names().resolver().equals(resolver);
  }

  private static Optional<HandlerModel> only(List<HandlerModel> answering) {
    return answering.size() == 1 ? Optional.of(answering.get(0)) : Optional.empty();
  }
}
