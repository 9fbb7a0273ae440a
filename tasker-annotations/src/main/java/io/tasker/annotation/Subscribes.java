package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a static method for each domain event of the given names, in the process that published it.
 * The method takes the {@code DomainEvent} and services; what it throws is reported and never fails
 * a step. Durable events, which is what events are unless they say otherwise, come here only if the
 * engine has no sink for them, and never on a worker of a cluster; fast and broadcast ones always
 * do.
 *
 * <pre>{@code
 * public final class Audit {
 *
 *   @Subscribes({"payment.*", "order.created"})
 *   static void onPayment(DomainEvent event, @Provided Journal journal) {
 *     journal.add(event.name());
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Subscribes {

  /**
   * Event names or patterns. In a pattern {@code *} stands for exactly one segment; a lone {@code
   * *} for every event.
   *
   * @return at least one pattern
   */
  String[] value();
}
