package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a service that the application gave to the engine, by its type.
 *
 * <p>An engine that lacks a needed service refuses to start, so no step fails for it.
 *
 * <pre>{@code
 * public final class Payments {
 *
 *   public interface Gateway {
 *     String charge(BigDecimal amount);
 *   }
 *
 *   @Handler
 *   static String pay(@Input("amount") BigDecimal amount, @Provided Gateway gateway) {
 *     return gateway.charge(amount);
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Provided {}
