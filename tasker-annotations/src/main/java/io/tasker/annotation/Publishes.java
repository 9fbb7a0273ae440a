package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes a domain event when a step ends. The payload is the step's result, or its error, unless
 * the handler takes an {@code io.tasker.handler.EventPublisher} and says itself what it is. The
 * template declares the schema of the result for an event of success, and none for the events of a
 * handler that takes an {@code EventPublisher}.
 *
 * <pre>{@code
 * public final class Payments {
 *
 *   @Handler
 *   @Publishes("payment.processed")
 *   @Publishes(value = "payment.failed", on = Publishes.On.FAILURE)
 *   static String pay(@Input("amount") long cents) {
 *     return "paid " + cents;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Publishes.List.class)
public @interface Publishes {

  /** The outcome of an attempt that publishes an event. */
  enum On {
    /** The step is complete. */
    SUCCESS,
    /** The attempt failed. */
    FAILURE,
    /** The attempt failed and is tried again. */
    RETRYABLE_FAILURE,
    /** The attempt failed for good. */
    PERMANENT_FAILURE,
    /** Any outcome. */
    ALWAYS
  }

  /** How an event travels. */
  enum Delivery {
    /** Through the durable queue of the namespace, where the engine has one. */
    DURABLE,
    /** To subscribers in the same process only. */
    FAST,
    /** Both, in the process first. */
    BROADCAST
  }

  /** Holds several {@link Publishes} of one method. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {

    /**
     * Returns the events.
     *
     * @return the events
     */
    Publishes[] value();
  }

  /**
   * The name of the event: lower-case segments of letters, digits and {@code _}, joined by dots, at
   * least two.
   *
   * @return the event name
   */
  String value();

  /**
   * The outcome that publishes it.
   *
   * @return the condition
   */
  On on() default On.SUCCESS;

  /**
   * How it travels.
   *
   * @return the delivery mode
   */
  Delivery delivery() default Delivery.DURABLE;

  /**
   * One sentence for people.
   *
   * @return the description, or an empty string for none
   */
  String description() default "";

  /**
   * The publisher that sends it, by the name it is registered under.
   *
   * @return the publisher, or an empty string for the default one
   */
  String publisher() default "";
}
