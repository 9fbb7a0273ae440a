package io.tasker.engine;

import io.tasker.event.DomainEvent;
import io.tasker.internal.event.Delivery;
import io.tasker.internal.event.EventDispatch;
import io.tasker.internal.event.Firing;
import io.tasker.internal.event.Publication;
import io.tasker.internal.event.Unpublished;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The domain events of an outcome that is about to be stored where others can see it. Durable ones
 * are sent by whoever stores the outcome, together with it; all else happens here, once it is
 * stored.
 */
public final class OutcomeEvents {
  private static final String SENDER = "the durable queue";

  private final List<Publication> events;
  private final EventDispatch dispatch;

  private OutcomeEvents(List<Publication> events, EventDispatch dispatch) {
    this.events = List.copyOf(events);
    this.dispatch = dispatch;
  }

  static OutcomeEvents of(List<Firing> firings, EventDispatch dispatch, Executor threads) {
    List<Publication> events = new ArrayList<>();
    for (Firing firing : firings) {
      if (firing.declared().declaration().deliveryMode() == DeliveryMode.FAST) {
        events.add(firing);
      } else {
        dispatch.prepare(firing, threads).ifPresent(events::add);
      }
    }
    return new OutcomeEvents(events, dispatch);
  }

  /**
   * Returns the events to send together with the outcome.
   *
   * @return the events, in the order of the template; unmodifiable
   */
  public List<DomainEvent> durable() {
    return deliveries().stream().map(Delivery::event).toList();
  }

  private List<Delivery> deliveries() {
    return events.stream().filter(Delivery.class::isInstance).map(Delivery.class::cast).toList();
  }

  /** Publishes the events in this process: the outcome is stored and the durable ones are sent. */
  public void stored() {
    events.forEach(dispatch::publish);
  }

  /**
   * Publishes those events that are not durable: the outcome is stored, but the durable events
   * could not be sent. Their publishers and the listeners are told.
   *
   * @param cause why they could not be sent
   */
  public void storedAlone(Throwable cause) {
    for (Publication event : events) {
      if (event instanceof Delivery unsent) {
        dispatch.publish(new Unpublished(unsent.firing(), SENDER, cause));
      } else {
        dispatch.publish(event);
      }
    }
  }
}
