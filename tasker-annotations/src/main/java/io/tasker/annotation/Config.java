package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a value of the step's configuration: {@code handler.initialization} in the task template.
 *
 * <pre>{@code
 * public final class Exports {
 *
 *   @Handler
 *   static String export(
 *       @Input("report") String report,
 *       @Config(value = "row_limit", defaultValue = "1000") int rowLimit) {
 *     return report + " up to row " + rowLimit;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Config {

  /**
   * The configuration key.
   *
   * @return the key
   */
  String value();

  /**
   * The value to use when the key is absent, written as in {@link Input#defaultValue()}. Leaving
   * the member away makes the key required.
   *
   * @return the default value
   */
  String defaultValue() default "";
}
