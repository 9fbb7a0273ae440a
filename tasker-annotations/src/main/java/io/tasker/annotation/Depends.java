package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects the result of an upstream step.
 *
 * <p>Inside a {@link Workflow} this also makes the edge: the step runs when the upstream step is
 * complete. The compiler checks that the step exists and that its result fits the parameter. A
 * parameter record may name fewer components than the upstream result has; it then reads those. An
 * upstream step that may be skipped is taken as {@code Optional<T>} or as a {@code @Nullable}
 * parameter.
 *
 * <pre>{@code
 * public final class Orders {
 *
 *   public record Cart(List<String> items, BigDecimal total) {}
 *
 *   @Handler
 *   static Cart validateCart(@Input("items") List<String> items) {
 *     return new Cart(items, new BigDecimal("9.99"));
 *   }
 *
 *   @Handler
 *   static String receipt(
 *       @Depends("validate_cart") Cart cart,
 *       @Depends(value = "validate_cart", path = "total") BigDecimal total) {
 *     return cart.items().size() + " items for " + total;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Depends {

  /**
   * The name of the upstream step. Inside a template it may be any ancestor, not only a direct
   * dependency.
   *
   * @return the step name
   */
  String value();

  /**
   * The JSON field of the upstream result to inject, with dots into nested objects ({@code
   * "address.city"}).
   *
   * @return the path; empty means the whole result
   */
  String path() default "";
}
