package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Orders a step after others whose results it does not read.
 *
 * <pre>{@code
 * @Workflow(namespace = "shop", name = "checkout")
 * public final class Checkout {
 *
 *   @Handler
 *   static String charge(@Input("token") String token) {
 *     return "charged " + token;
 *   }
 *
 *   @Handler
 *   @After("charge")
 *   static void ship(@Input("address") String address) {}
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface After {

  /**
   * The names of the steps that must be complete first.
   *
   * @return at least one step name
   */
  String[] value();
}
