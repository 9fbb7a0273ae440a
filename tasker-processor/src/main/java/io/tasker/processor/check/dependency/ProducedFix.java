package io.tasker.processor.check.dependency;

import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.TypeText;

/** Says how to declare a parameter so that it takes what its producer gives. */
final class ProducedFix {
  private ProducedFix() {}

  /**
   * Returns the type to write.
   *
   * @param found what the path of the parameter leads to
   */
  static String type(Edge edge, PayloadType found) {
    if (edge.dependency().isOptional()) {
      String boxed = PayloadText.boxed(found.present());
      return edge.dependency().slot().nullable() ? boxed : "Optional<" + boxed + ">";
    }
    return edge.dependency().path().value().isEmpty()
        ? TypeText.simple(edge.producer().result().value().name())
        : PayloadText.of(found);
  }

  /** Returns the producer as messages name it. */
  static String producer(Edge edge) {
    return edge.producer().declaringClass() + "." + edge.producer().methodName() + "()";
  }
}
