package io.tasker.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists what a generated class stands for: a {@link HandlerModule} lists the generated classes with
 * its adapters, and each of those names its handler class, which only its own package may see. An
 * incremental compile that sees only some of the handler classes finds the others this way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StepIndex {

  /**
   * Returns the handler classes, or the generated classes that name them, ordered by name.
   *
   * @return the classes
   */
  Class<?>[] handlers() default {};

  /**
   * Returns the canonical names of handler classes that a compiler warns of where they are named:
   * those in a source file that is named after another class.
   *
   * @return the names, ordered
   */
  String[] names() default {};
}
