package io.tasker.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the handlers of a class are the steps of one workflow.
 *
 * <p>The edges of the workflow are the {@link Depends} parameters and the {@link After} annotations
 * of the handlers. The compiler writes the task template from them, with the schemas of the input
 * and of each result.
 *
 * <pre>{@code
 * @Workflow(namespace = "greetings", name = "hello", version = "1.0.0")
 * public final class Hello {
 *
 *   @Handler
 *   static String greet(@Input("name") String name) {
 *     return "Hello, " + name;
 *   }
 *
 *   @Handler
 *   static int measure(@Depends("greet") String greeting) {
 *     return greeting.length();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Workflow {

  /**
   * The namespace: a letter or {@code _}, then letters, digits and {@code _}; at most 29
   * characters, because Tasker Core derives queue names from it and PGMQ limits those to 47.
   *
   * @return the namespace
   */
  String namespace();

  /**
   * The name of the workflow within its namespace, in lower_snake_case.
   *
   * @return the name
   */
  String name();

  /**
   * The version as {@code major.minor.patch}. Namespace, name and version together are the identity
   * of a task template.
   *
   * @return the version
   */
  String version() default "1.0.0";

  /**
   * One sentence for the people who run the workflow.
   *
   * @return the description, or an empty string for none
   */
  String description() default "";
}
