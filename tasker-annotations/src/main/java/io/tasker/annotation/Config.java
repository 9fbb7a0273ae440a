package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a value of the step's configuration, read once, when the engine starts.
 *
 * <p>The application gives values to the engine, for a step or for a whole workflow:
 *
 * <pre>{@code
 * LocalEngine.builder().config("acme", "reports", "export", Map.of("row_limit", 500))
 * }</pre>
 *
 * <p>A template written in YAML holds them under {@code handler.initialization}, which an
 * environment of the template may override; what the application gives wins over both. A text is
 * also read as the number, the boolean or the JSON that the parameter asks for. A number with a
 * fraction is a {@code double} in a template, so money is best written as a text, {@code "19.90"}.
 * The engine does not start if a key without a default has no value or a value does not fit its
 * parameter.
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
