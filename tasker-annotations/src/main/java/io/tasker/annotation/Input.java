package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects the task's input: all of it as a record, or one field.
 *
 * <p>An input field that may be absent is taken as {@code Optional<T>}, as a {@code @Nullable}
 * parameter, or with a {@link #defaultValue()}. A required field that is absent stops the task with
 * a permanent error, before any retry.
 *
 * <pre>{@code
 * public final class Orders {
 *
 *   public record Order(String customer, int quantity) {}
 *
 *   @Handler
 *   static String summary(
 *       @Input Order order, @Input(value = "currency", defaultValue = "EUR") String currency) {
 *     return order.customer() + " pays in " + currency;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Input {

  /**
   * The JSON name of the input field.
   *
   * @return the field name; empty means the whole input as an object
   */
  String value() default "";

  /**
   * The value to use when the field is absent, as JSON; for a text, an enum or a date the quotes
   * are left out. Leaving the member away makes the field required, which an empty string does not.
   *
   * @return the default value
   */
  String defaultValue() default "";
}
