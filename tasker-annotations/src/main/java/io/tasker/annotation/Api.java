package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects an {@code ApiClient} for one HTTP API.
 *
 * <pre>{@code
 * public final class Rates {
 *
 *   public record Rate(BigDecimal value) {}
 *
 *   @Handler
 *   static BigDecimal rate(
 *       @Input("currency") String currency, @Api("https://${config.rates_host}/v1") ApiClient rates) {
 *     return rates.get("rates/" + currency).as(Rate.class).value();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Api {

  /**
   * The base URL. {@code ${config.<key>}} stands for a value of the step's configuration.
   *
   * @return the base URL
   */
  String value();
}
