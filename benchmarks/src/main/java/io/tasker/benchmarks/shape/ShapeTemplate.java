package io.tasker.benchmarks.shape;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The template of a shape, as YAML. */
final class ShapeTemplate {
  private final Shape shape;

  ShapeTemplate(Shape shape) {
    this.shape = shape;
  }

  String yaml() {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: shape
            namespace_name: benchmarks
            version: "1.0.0"
            steps:
            """);
    yaml.append("  - {name: first, handler: {callable: counter_first}}\n");
    for (int i = 1; i <= shape.middle(); i++) {
      boolean isBelowFirst = i == 1 || !shape.isChain();
      advance(yaml, "step_" + i, isBelowFirst ? "first" : "step_" + (i - 1));
    }
    if (!shape.isChain()) {
      String all =
          IntStream.rangeClosed(1, shape.middle())
              .mapToObj(i -> "step_" + i)
              .collect(Collectors.joining(", "));
      advance(yaml, "last", all);
    }
    return yaml.toString();
  }

  private static void advance(StringBuilder yaml, String name, String dependencies) {
    yaml.append("  - {name: ").append(name);
    yaml.append(", dependencies: [").append(dependencies);
    yaml.append("], handler: {callable: counter_advance}}\n");
  }
}
