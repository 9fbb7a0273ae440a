package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds one attempt of a step. An attempt that takes longer is interrupted and fails with a
 * retryable error of type {@code handler_timeout}.
 *
 * <p>On a {@link Workflow} class it holds for every step that has none of its own.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Handler
 *   @Timeout("30s")
 *   static String render(@Input("title") String title) {
 *     return title;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {

  /**
   * The bound: a whole number and {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}, at
   * least 1 s; a task template holds whole seconds.
   *
   * @return the duration
   */
  String value();
}
