package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the registry of one test: the handlers of one workflow, with stubs before them. */
final class StubbedHandlers {
  private final TaskTemplate template;
  private final HandlerRegistry handlers;
  private final Map<String, StepStub> stubs;
  private final VirtualTime time;

  /** The steps that share a handler, or the place of one that does not exist. */
  private record Group(
      HandlerReference reference,
      Optional<StepAdapter> handler,
      boolean isResolved,
      Map<String, StepStub> stubs) {

    boolean callsHandler() {
      return stubs.values().stream().anyMatch(StepStub::callsHandler);
    }
  }

  StubbedHandlers(
      TaskTemplate template,
      HandlerRegistry handlers,
      Map<String, StepStub> stubs,
      VirtualTime time) {
    this.template = template;
    this.handlers = handlers;
    this.stubs = stubs;
    this.time = time;
  }

  /**
   * Adds the handlers to a registry.
   *
   * @return the registry
   * @throws IllegalStateException if steps have neither a handler nor anything in its place
   */
  HandlerRegistry addedTo(HandlerRegistry registry) {
    Map<Object, Group> groups = groups();
    requireHandlers(groups);
    groups.values().forEach(group -> registry.register(adapter(group)));
    return registry;
  }

  private StepAdapter adapter(Group group) {
    if (group.handler().isEmpty()) {
      return StubbedAdapter.instead(group.reference(), group.stubs(), time);
    }
    StubbedAdapter adapter =
        group.callsHandler()
            ? StubbedAdapter.around(group.handler().get(), group.stubs(), time)
            : StubbedAdapter.instead(group.handler().get(), group.stubs(), time);
    return group.isResolved() ? adapter.under(group.reference()) : adapter;
  }

  private Map<Object, Group> groups() {
    Map<Object, Group> groups = new LinkedHashMap<>();
    for (StepDefinition step : template.steps()) {
      HandlerReference reference = step.handler();
      Optional<StepAdapter> handler =
          handlers.find(template.namespace(), reference, step.name(), step.name());
      boolean isNamed = handler.filter(found -> answersTo(found, step)).isPresent();
      Object key =
          isNamed
              ? handler.get()
              : List.of(reference.callable(), reference.method(), reference.resolver());
      groups
          .computeIfAbsent(
              key, unused -> new Group(reference, handler, !isNamed, new LinkedHashMap<>()))
          .stubs()
          .put(step.name(), stubs.getOrDefault(step.name(), StepStub.NONE));
    }
    return groups;
  }

  // One that a resolver of the application found may have any name.
  private boolean answersTo(StepAdapter handler, StepDefinition step) {
    return HandlerRegistry.empty()
        .register(handler)
        .find(template.namespace(), step.handler(), step.name(), step.name())
        .isPresent();
  }

  private void requireHandlers(Map<Object, Group> groups) {
    List<String> missing = new ArrayList<>();
    for (Group group : groups.values()) {
      if (group.handler().isEmpty()) {
        group
            .stubs()
            .forEach(
                (step, stub) -> {
                  if (stub.callsHandler()) {
                    missing.add(
                        "step '%s' (callable '%s')".formatted(step, group.reference().callable()));
                  }
                });
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "%s: no handler for %s. Put something in their place with returning(...) or "
                  .formatted(template.identity(), String.join(", ", missing))
              + "answering(...), or add the handlers to the registry, which has %s."
                  .formatted(
                      handlers.callables().isEmpty()
                          ? "none"
                          : String.join(", ", handlers.callables())));
    }
  }
}
