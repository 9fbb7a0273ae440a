package io.tasker.spi;

import io.tasker.event.DomainEvent;
import java.util.List;

/**
 * Calls one {@code @Subscribes} method. Adapters hold no state. The engine calls one for one event
 * at a time; several engines may call it concurrently.
 */
public interface EventSubscriberAdapter {

  /**
   * Returns where the method is, for messages.
   *
   * @return for example {@code Audit.onPayment(DomainEvent, Journal)}
   */
  String declaredAt();

  /**
   * Returns which events the method wants. One that several patterns match comes once.
   *
   * @return at least one pattern
   */
  List<String> patterns();

  /**
   * Returns the parameters beside the event.
   *
   * @return the parameters, all of them {@link Parameter.Source#PROVIDED}
   */
  default List<Parameter<?>> services() {
    return List.of();
  }

  /**
   * Calls the method.
   *
   * @param event the event
   * @param services the source of the other arguments
   * @throws Exception whatever the method throws, unchanged
   */
  void call(DomainEvent event, EventServices services) throws Exception;
}
