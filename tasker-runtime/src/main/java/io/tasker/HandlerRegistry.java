package io.tasker;

import io.tasker.handler.ContextFunction;
import io.tasker.handler.DependenciesFunction;
import io.tasker.handler.StepFunction;
import io.tasker.handler.StepHandler;
import io.tasker.internal.HandWrittenAdapter;
import io.tasker.internal.ModuleTemplates;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The handlers an engine can call, by callable. Each registry stands for itself, so that tests do
 * not see each other's handlers. To be filled by one thread before it is given to an engine.
 *
 * <pre>{@code
 * HandlerRegistry handlers =
 *     HandlerRegistry.load()
 *         .register("greet", (context, dependencies) -> Map.of("text", "Hello"));
 * }</pre>
 */
public final class HandlerRegistry {
  private final List<HandlerModule> modules = new ArrayList<>();
  private final RegisteredHandlers registered = new RegisteredHandlers();
  private final List<HandlerResolver> resolvers = new ArrayList<>();

  private HandlerRegistry() {}

  /**
   * Returns a registry without handlers.
   *
   * @return the registry
   */
  public static HandlerRegistry empty() {
    return new HandlerRegistry();
  }

  /**
   * Returns the handlers of all generated modules that the thread's context class loader sees.
   *
   * @return the registry
   * @throws NoHandlersException if there are none
   * @throws DuplicateHandlerException if a callable has more than one handler
   */
  public static HandlerRegistry load() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return load(context == null ? HandlerRegistry.class.getClassLoader() : context);
  }

  /**
   * Returns the handlers of all generated modules that a class loader sees. Modules that cannot be
   * loaded, as stale entries of an incremental build, are left out.
   *
   * @param loader the class loader
   * @return the registry
   * @throws NoHandlersException if there are none; the message names the modules that were left out
   * @throws DuplicateHandlerException if a callable has more than one handler
   */
  public static HandlerRegistry load(ClassLoader loader) {
    List<String> findings = new ArrayList<>();
    List<HandlerModule> modules = new ArrayList<>();
    var providers = ServiceLoader.load(HandlerModule.class, loader).iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        modules.add(providers.next());
      } catch (ServiceConfigurationError e) {
        // The loader goes on behind a broken entry.
        findings.add(String.valueOf(e.getMessage()));
      }
    }
    if (modules.stream().allMatch(module -> module.adapters().isEmpty())) {
      throw new NoHandlersException(findings);
    }
    return of(modules.toArray(new HandlerModule[0]));
  }

  /**
   * Returns the handlers of given modules.
   *
   * @param modules the modules
   * @return the registry
   * @throws DuplicateHandlerException if a callable has more than one handler
   */
  public static HandlerRegistry of(HandlerModule... modules) {
    HandlerRegistry registry = new HandlerRegistry();
    registry.modules.addAll(List.of(modules));
    Map<String, String> duplicates = new LinkedHashMap<>();
    for (HandlerModule module : modules) {
      for (StepAdapter adapter : module.adapters()) {
        String place = adapter.descriptor().declaredAt() + " in " + module.name();
        registry.registered.add(adapter, "", place, duplicates);
      }
    }
    refuse(duplicates);
    return registry;
  }

  /**
   * Adds a function of the task's input and the upstream results.
   *
   * @param callable the key under which templates name it
   * @param function the function
   * @return this registry
   * @throws DuplicateHandlerException if the callable has a handler
   */
  public HandlerRegistry register(String callable, StepFunction function) {
    Objects.requireNonNull(function, "function");
    return add(HandWrittenAdapter.of(callable, function), "");
  }

  /**
   * Adds a function of the task's input.
   *
   * @param callable the key under which templates name it
   * @param function the function
   * @return this registry
   * @throws DuplicateHandlerException if the callable has a handler
   */
  public HandlerRegistry register(String callable, ContextFunction function) {
    Objects.requireNonNull(function, "function");
    return add(HandWrittenAdapter.of(callable, function), "");
  }

  /**
   * Adds a function of the upstream results. It has a name of its own, because a lambda with one
   * parameter does not say which one it takes.
   *
   * @param callable the key under which templates name it
   * @param function the function
   * @return this registry
   * @throws DuplicateHandlerException if the callable has a handler
   */
  public HandlerRegistry registerDependencies(String callable, DependenciesFunction function) {
    Objects.requireNonNull(function, "function");
    return add(HandWrittenAdapter.ofDependencies(callable, function), "");
  }

  /**
   * Adds a hand-written handler under its name.
   *
   * @param handler the handler
   * @return this registry
   * @throws DuplicateHandlerException if the callable has a handler in the handler's namespace
   */
  public HandlerRegistry register(StepHandler handler) {
    return add(HandWrittenAdapter.of(handler), handler.namespace().orElse(""));
  }

  /**
   * Adds an adapter, as generated code has them.
   *
   * @param adapter the adapter
   * @return this registry
   * @throws DuplicateHandlerException if the callable has a handler
   */
  public HandlerRegistry register(StepAdapter adapter) {
    return add(adapter, "");
  }

  /**
   * Adds a rule that finds handlers where templates ask for it or nothing is registered.
   *
   * @param resolver the resolver
   * @return this registry
   * @throws IllegalArgumentException if a resolver of that name was added, or the name is blank or
   *     the one of the registered handlers
   */
  public HandlerRegistry register(HandlerResolver resolver) {
    String name = resolver.name();
    if (name.isBlank()
        || name.equals(RegisteredHandlers.NAME)
        || resolvers.stream().anyMatch(known -> known.name().equals(name))) {
      throw new IllegalArgumentException("A resolver cannot be called '" + name + "'");
    }
    resolvers.add(resolver);
    return this;
  }

  /**
   * Returns the handler of a step. Where the template names a {@code resolver}, that one is asked
   * and no other: a {@link HandlerResolver}, {@code explicit_mapping} for what is registered here,
   * or one that handlers name as theirs. Else resolvers and what is registered are asked in the
   * order of their {@linkplain HandlerResolver#priority() priorities}. What is registered is found
   * by callable, else by the name of the step in the template, else by the name of the step; among
   * the methods of one callable, {@code call} is meant where the template names none.
   *
   * @param namespace the namespace of the template
   * @param reference how the template names the handler
   * @param templateStep the name of the step in the template
   * @param step the name of the step; with a number for one of several batch steps
   * @return the handler, or empty if there is none
   */
  public Optional<StepAdapter> find(
      String namespace, HandlerReference reference, String templateStep, String step) {
    return lookup(namespace, reference, templateStep, step).find();
  }

  /**
   * Returns the handler of a step of a template, as {@link #find} does.
   *
   * @param namespace the namespace of the template
   * @param reference how the template names the handler
   * @param step the name of the step
   * @return the handler
   * @throws HandlerNotFoundException if there is none; the message says what there is instead
   */
  public StepAdapter require(String namespace, HandlerReference reference, String step) {
    HandlerLookup lookup = lookup(namespace, reference, step, step);
    return lookup
        .find()
        .orElseThrow(
            () -> new HandlerNotFoundException("step '" + step + "' " + lookup.objection()));
  }

  private HandlerLookup lookup(
      String namespace, HandlerReference reference, String templateStep, String step) {
    List<String> names = List.of(reference.callable(), templateStep, step);
    return new HandlerLookup(registered, resolvers, namespace, reference, names);
  }

  /**
   * Returns all callables, aliases included.
   *
   * @return the callables, ordered; unmodifiable
   */
  public List<String> callables() {
    return registered.callables();
  }

  /**
   * Returns whether no template could find a handler here.
   *
   * @return true if nothing is registered, not even a resolver
   */
  public boolean isEmpty() {
    return registered.callables().isEmpty() && resolvers.isEmpty();
  }

  /**
   * Returns the generated modules.
   *
   * @return the modules in the order they were found; unmodifiable
   */
  public List<HandlerModule> modules() {
    return List.copyOf(modules);
  }

  /**
   * Returns the task templates of the generated modules, one for each {@code @Workflow} class.
   *
   * @return the templates in the order of the modules; unmodifiable
   * @throws EngineConfigurationException if a module names a template that is missing or not valid
   */
  public List<TaskTemplate> templates() {
    List<String> problems = new ArrayList<>();
    List<TaskTemplate> templates = new ModuleTemplates(problems).read(modules);
    if (!problems.isEmpty()) {
      throw new EngineConfigurationException(problems);
    }
    return List.copyOf(templates);
  }

  private HandlerRegistry add(StepAdapter adapter, String namespace) {
    Map<String, String> duplicates = new LinkedHashMap<>();
    registered.add(adapter, namespace, adapter.descriptor().declaredAt(), duplicates);
    refuse(duplicates);
    return this;
  }

  private static void refuse(Map<String, String> duplicates) {
    if (!duplicates.isEmpty()) {
      throw new DuplicateHandlerException(
          List.copyOf(duplicates.keySet()), List.copyOf(duplicates.values()));
    }
  }
}
