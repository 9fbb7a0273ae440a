package io.tasker.handler;

/**
 * Lets a handler say itself what the domain events of its step tell, as a parameter of a handler
 * method or as {@link StepContext#events()}.
 *
 * <pre>{@code
 * @Handler
 * @Publishes("payment.processed")
 * @Publishes(value = "payment.suspected", on = Publishes.On.ALWAYS)
 * static Payment charge(@Depends("validate_cart") Cart cart, EventPublisher events) {
 *   …
 *   events.publish("payment.processed", new Receipt(payment.id(), cart.total()));
 *   events.withhold("payment.suspected");
 *   return payment;
 * }
 * }</pre>
 *
 * <p>A step publishes the events that it declares. One that the handler publishes goes out with the
 * handler's payload, as often as it was published, instead of once with the step's result or error.
 * One that the handler withholds does not go out, and one that it does not mention goes out as
 * ever.
 *
 * <p>Nothing goes out before the attempt has ended and its outcome is in the task's journal, and
 * then only what the outcome meets: an event for success is not published by an attempt that fails,
 * so that a retry does not publish it again. Schema, publisher and delivery are those of the
 * declaration. A batch that yields publishes what it has published so far; on a cluster that waits
 * for the end of the attempt.
 *
 * <p>Belongs to one attempt; safe for use by several threads.
 */
public interface EventPublisher {

  /**
   * Publishes an event once the attempt has ended as the event's declaration asks for.
   *
   * @param event the name of an event that the step declares
   * @param payload what the event says: a record, a map, a list, a scalar or a JSON node; taken as
   *     it is now
   * @throws PermanentException if the step does not declare the event, the payload cannot be JSON
   *     or the attempt has published 1,000 events already
   * @throws IllegalStateException if the attempt has ended
   */
  void publish(String event, Object payload);

  /**
   * Keeps an event from being published, if the handler does not publish it itself.
   *
   * @param event the name of an event that the step declares
   * @throws PermanentException if the step does not declare the event
   * @throws IllegalStateException if the attempt has ended
   */
  void withhold(String event);
}
