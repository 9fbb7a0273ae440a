package io.tasker;

import io.tasker.internal.HandWrittenAdapter;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import io.tasker.template.problem.Suggestions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the handler of one step: where the template names a resolver, there and nowhere else; else
 * wherever it is found first.
 */
final class HandlerLookup {
  private final RegisteredHandlers registered;
  private final List<HandlerResolver> resolvers;
  private final String namespace;
  private final HandlerReference reference;
  private final List<String> names;

  /**
   * Creates the search.
   *
   * @param resolvers the resolvers of the application
   * @param names what may stand for the callable among registered handlers, the callable first
   */
  HandlerLookup(
      RegisteredHandlers registered,
      List<HandlerResolver> resolvers,
      String namespace,
      HandlerReference reference,
      List<String> names) {
    this.registered = registered;
    this.resolvers =
        resolvers.stream().sorted(Comparator.comparingInt(HandlerResolver::priority)).toList();
    this.namespace = namespace;
    this.reference = reference;
    this.names = names;
  }

  Optional<StepAdapter> find() {
    Optional<HandlerResolver> meant = resolver(reference.resolver());
    if (meant.isPresent()) {
      return ask(meant.get());
    }
    if (!reference.resolver().isEmpty()) {
      return findRegistered();
    }
    return first(true).or(this::findRegistered).or(() -> first(false));
  }

  private Optional<StepAdapter> first(boolean isBeforeRegistered) {
    return resolvers.stream()
        .filter(each -> each.priority() < HandlerResolver.REGISTERED == isBeforeRegistered)
        .flatMap(each -> ask(each).stream())
        .findFirst();
  }

  private Optional<StepAdapter> findRegistered() {
    return names.stream()
        .flatMap(name -> registered.find(namespace, reference, name).stream())
        .findFirst();
  }

  private Optional<StepAdapter> ask(HandlerResolver resolver) {
    try {
      return Objects.requireNonNull(
              resolver.resolve(namespace, reference), "it returned null in place of an Optional")
          .map(HandWrittenAdapter::of);
    } catch (RuntimeException e) {
      // Foreign code, and one of perhaps many steps: the engine names all that is wrong.
      throw new HandlerNotFoundException(
          "step '%s' asks the resolver '%s' for '%s', and it failed: %s"
              .formatted(
                  names.get(names.size() - 1), resolver.name(), reference.callable(), cause(e)));
    }
  }

  private static String cause(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private Optional<HandlerResolver> resolver(String name) {
    return resolvers.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Returns why there is none, to follow the name of the step in a message. */
  String objection() {
    String hint = reference.resolver();
    if (resolver(hint).isPresent()) {
      return "asks the resolver '%s', which has no handler for '%s'"
          .formatted(hint, reference.callable());
    }
    Set<String> known = knownResolvers();
    if (!hint.isEmpty() && !known.contains(hint)) {
      return "asks the resolver '%s', which is not registered.%s Registered: %s"
          .formatted(hint, suggestion(hint, known), String.join(", ", known));
    }
    Set<String> methods = registered.methods(namespace, reference);
    if (!methods.isEmpty()) {
      String method = reference.method().isEmpty() ? "call" : reference.method();
      return "names the method '%s' of the handler '%s', which has none of that name.%s Its methods: %s"
          .formatted(
              method,
              reference.callable(),
              suggestion(method, methods),
              String.join(", ", methods));
    }
    List<String> callables = registered.callables();
    return "names the handler '%s', which is not registered.%s Registered: %s"
        .formatted(
            reference.callable(),
            suggestion(reference.callable(), callables),
            String.join(", ", callables));
  }

  private Set<String> knownResolvers() {
    Set<String> known = new TreeSet<>(registered.resolvers());
    Stream.concat(Stream.of(RegisteredHandlers.NAME), resolvers.stream().map(HandlerResolver::name))
        .forEach(known::add);
    return known;
  }

  private static String suggestion(String wrong, Collection<String> known) {
    List<String> near = Suggestions.closest(wrong, known);
    return near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?";
  }
}
