package io.tasker.spi;

import java.util.List;

/**
 * The handlers compiled into one artifact. The processor generates one implementation per artifact,
 * with a public constructor without parameters, and names it in {@code META-INF/services}; the
 * registry finds it through {@link java.util.ServiceLoader}.
 */
public interface HandlerModule {

  /**
   * Returns the name of this module in messages: the package of the generated class.
   *
   * @return the name
   */
  String name();

  /**
   * Returns the adapters of all handlers of the artifact, ordered by callable.
   *
   * @return the adapters
   */
  List<StepAdapter> adapters();

  /**
   * Returns the class path resources with the task templates of the artifact's {@code @Workflow}
   * classes, as absolute resource names, in order.
   *
   * @return the resource names; empty where the artifact has no {@code @Workflow}
   */
  default List<String> templates() {
    return List.of();
  }

  /**
   * Returns the adapters of all {@code @Subscribes} methods of the artifact, ordered by the place
   * they are declared at.
   *
   * @return the adapters; empty where the artifact has none
   */
  default List<EventSubscriberAdapter> subscribers() {
    return List.of();
  }
}
