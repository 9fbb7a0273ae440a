package io.tasker.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the handler classes of a generated {@link HandlerModule}. An incremental compile that sees
 * only some of them reads the others from here.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StepIndex {

  /**
   * Returns the handler classes, ordered by name.
   *
   * @return the classes
   */
  Class<?>[] handlers();
}
