package io.tasker.processor.emit;

import io.tasker.processor.model.SnakeCase;
import java.util.List;

/** The name of the method that stands for a step or a field. */
final class AccessorName {
  /** Methods without parameters that every object has. */
  static final List<String> TAKEN =
      List.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private AccessorName() {}

  /** Returns the name as Java writes it: {@code validateCart} for {@code validate_cart}. */
  static String of(String name) {
    String camel = SnakeCase.camelCase(name);
    return camel.isEmpty() ? "field" : Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
  }
}
