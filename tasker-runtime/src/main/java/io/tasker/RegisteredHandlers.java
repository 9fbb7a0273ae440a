package io.tasker;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The handlers that were registered one by one or came with a module, by callable and alias. */
final class RegisteredHandlers {
  /** The name under which templates mean these handlers and no resolver's; Tasker Core's. */
  static final String NAME = "explicit_mapping";

  // What a template means that names no method; Tasker Core's.
  private static final String DEFAULT_METHOD = "call";

  private final Map<String, List<Entry>> entries = new TreeMap<>();

  /** A handler under one of its names; an empty namespace stands for all. */
  private record Entry(StepAdapter adapter, String namespace, String place) {

    boolean excludes(Entry other) {
      boolean sameNamespace =
          namespace.isEmpty() || other.namespace.isEmpty() || namespace.equals(other.namespace);
      return sameNamespace
          && method().equals(other.method())
          && resolver().equals(other.resolver());
    }

    boolean answers(String callerNamespace, String hint) {
      boolean isMeant = hint.equals(NAME) ? resolver().isEmpty() : resolver().equals(hint);
      return isMeant && (namespace.isEmpty() || namespace.equals(callerNamespace));
    }

    String method() {
      return methodOf(adapter.descriptor().method());
    }

    String resolver() {
      return adapter.descriptor().resolver();
    }
  }

  private static String methodOf(String written) {
    return written.isEmpty() ? DEFAULT_METHOD : written;
  }

  /** Adds a handler and notes, by callable, which others have its name. */
  void add(StepAdapter adapter, String namespace, String place, Map<String, String> duplicates) {
    Entry entry = new Entry(adapter, namespace, place);
    HandlerDescriptor descriptor = adapter.descriptor();
    Stream.concat(Stream.of(descriptor.callable()), descriptor.aliases().stream())
        .distinct()
        .forEach(name -> add(name, entry, duplicates));
  }

  private void add(String name, Entry entry, Map<String, String> duplicates) {
    List<Entry> known = entries.computeIfAbsent(name, key -> new ArrayList<>());
    known.stream()
        .filter(other -> other.excludes(entry))
        .findFirst()
        .ifPresentOrElse(
            other ->
                duplicates.merge(
                    name,
                    "'" + name + "' is both " + other.place() + " and " + entry.place(),
                    (first, second) -> first + "; " + second),
            () -> known.add(entry));
  }

  /** Returns the handler of a name, which may stand for the callable. */
  Optional<StepAdapter> find(String namespace, HandlerReference reference, String name) {
    List<Entry> answering = answering(namespace, reference.resolver(), name);
    String method = methodOf(reference.method());
    Predicate<Entry> hasMethod = entry -> entry.method().equals(method);
    return answering.stream()
        .filter(hasMethod)
        .findFirst()
        .or(() -> onlyOne(answering, reference))
        .map(Entry::adapter);
  }

  // A template that names no method means the only one, whatever it is called.
  private static Optional<Entry> onlyOne(List<Entry> answering, HandlerReference reference) {
    boolean namesNone = methodOf(reference.method()).equals(DEFAULT_METHOD);
    return answering.size() == 1 && namesNone ? Optional.of(answering.get(0)) : Optional.empty();
  }

  private List<Entry> answering(String namespace, String hint, String name) {
    return entries.getOrDefault(name, List.of()).stream()
        .filter(entry -> entry.answers(namespace, hint))
        .toList();
  }

  /** Returns the methods that a template can name together with a callable, in order. */
  Set<String> methods(String namespace, HandlerReference reference) {
    TreeSet<String> methods = new TreeSet<>();
    answering(namespace, reference.resolver(), reference.callable())
        .forEach(entry -> methods.add(entry.method()));
    return methods;
  }

  /** Returns the resolvers that handlers name as their own, in order. */
  Set<String> resolvers() {
    Set<String> names = new TreeSet<>();
    entries.values().stream().flatMap(List::stream).map(Entry::resolver).forEach(names::add);
    names.remove("");
    return names;
  }

  List<String> callables() {
    return List.copyOf(entries.keySet());
  }
}
