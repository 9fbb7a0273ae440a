package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how often, and after which waits, a failed step is tried again. Without it a step has the
 * defaults below, which are Tasker Core's.
 *
 * <p>On a {@link Workflow} class it holds for every step that has none of its own.
 *
 * <pre>{@code
 * public final class Rates {
 *
 *   @Handler
 *   @Retry(maxAttempts = 5, backoff = Backoff.FIBONACCI, base = "200ms", max = "10s")
 *   static BigDecimal exchangeRate(@Input("currency") String currency) {
 *     return BigDecimal.ONE;
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {

  /**
   * The number of attempts, the first one included: 1 to 100.
   *
   * @return the number of attempts
   */
  int maxAttempts() default 3;

  /**
   * How the wait grows.
   *
   * @return the kind of backoff
   */
  Backoff backoff() default Backoff.EXPONENTIAL;

  /**
   * The first wait: a whole number and {@code ms}, {@code s}, {@code m}, {@code h} or {@code d},
   * from 100 ms to 1 h.
   *
   * @return the duration
   */
  String base() default "1s";

  /**
   * The longest wait, written like {@link #base()} and not shorter than it, from 1 s to 1 h.
   *
   * @return the duration
   */
  String max() default "30s";

  /**
   * Whether a failed step is tried again at all.
   *
   * @return false to make every failure permanent
   */
  boolean retryable() default true;
}
