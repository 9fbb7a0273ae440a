package io.tasker.spi;

/** The services of the application, as the source of an event subscriber's arguments. */
@FunctionalInterface
public interface EventServices {

  /**
   * Returns the service for a parameter.
   *
   * @param <T> the type of the service
   * @param parameter one of the {@link EventSubscriberAdapter#services() parameters} of the
   *     subscriber that these services are for
   * @return the service
   */
  <T> T service(Parameter<T> parameter);
}
