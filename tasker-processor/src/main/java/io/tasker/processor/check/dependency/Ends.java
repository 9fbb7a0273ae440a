package io.tasker.processor.check.dependency;

import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** Shows both ends of an edge, one below the other. */
final class Ends {
  private Ends() {}

  static List<String> of(Edge edge) {
    String consumer = edge.consumer().place(edge.dependency().slot().name());
    String producer = edge.producer().place("");
    int width = Math.max(consumer.length(), producer.length());
    String format = "%-" + width + "s  %s";
    List<String> ends = new ArrayList<>();
    ends.add(
        "consumer: "
            + format.formatted(
                consumer, TypeText.qualified(edge.dependency().slot().type().name())));
    ends.add(
        "producer: "
            + format.formatted(
                producer, TypeText.qualified(edge.producer().result().value().name())));
    edge.usage().ifPresent(usage -> ends.add("template: " + usage.place()));
    return ends;
  }
}
