package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import java.util.List;

/**
 * A module of which nothing but its subscribing methods is left.
 *
 * @param name the name of the module
 * @param subscribers its subscribing methods
 */
record Subscribing(String name, List<EventSubscriberAdapter> subscribers) implements HandlerModule {

  /** Returns a registry with the subscribing methods of all modules and without handlers. */
  static HandlerRegistry methodsOf(HandlerRegistry handlers) {
    return HandlerRegistry.of(
        handlers.modules().stream()
            .map(module -> new Subscribing(module.name(), module.subscribers()))
            .toArray(HandlerModule[]::new));
  }

  @Override
  public List<StepAdapter> adapters() {
    return List.of();
  }
}
