package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method a workflow step.
 *
 * <p>The signature says what the step needs and what it produces: each parameter carries {@link
 * Depends}, {@link Input}, {@link Config} or {@link Provided}, or is a type the runtime supplies
 * itself, such as {@code StepContext}; the return type is the step's result, written as JSON where
 * it leaves the process. A {@code CompletionStage<T>} is awaited and counts as {@code T}; a timeout
 * or the end of the task cancels it.
 *
 * <p>The method may be package-private; it must not be private, generic or take variable arguments.
 *
 * <pre>{@code
 * public final class Greetings {
 *
 *   public record Greeting(String text, int length) {}
 *
 *   @Handler("greetings_greet")
 *   static Greeting greet(@Input("name") String name) {
 *     String text = "Hello, " + name;
 *     return new Greeting(text, text.length());
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Handler {

  /**
   * The callable: the key under which a task template names this handler ({@code
   * handler.callable}). It is unique among all handlers of an application.
   *
   * @return the callable; empty means {@code <namespace>_<step>} inside a {@link Workflow}, else
   *     the step name
   */
  String value() default "";

  /**
   * The step name, in lower_snake_case.
   *
   * @return the step name; empty means the method name in snake_case ({@code validateCart} is
   *     {@code validate_cart})
   */
  String step() default "";

  /**
   * The name of this method where several handlers share one callable and the template picks one by
   * {@code handler.method}.
   *
   * @return the method name in templates; empty means that the callable has one handler only
   */
  String method() default "";

  /**
   * Further callables under which this handler is found.
   *
   * @return the aliases, each unique like {@link #value()}
   */
  String[] aliases() default {};

  /**
   * The resolver a template must name to reach this handler ({@code handler.resolver}).
   *
   * @return the resolver name; empty means the default resolver chain
   */
  String resolver() default "";
}
