package io.tasker.template.diagram;

import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.List;

/** Templates written as lines: a step, a colon and the steps it needs. */
final class Workflows {
  private Workflows() {}

  static TaskTemplate template(String... lines) {
    TaskTemplate.Builder template = TaskTemplate.template("ns", "workflow", "1.0.0");
    for (String line : lines) {
      String[] sides = line.split(":", -1);
      template.step(
          StepDefinition.step(sides[0], HandlerReference.to(sides[0]))
              .dependencies(
                  sides[1].isBlank() ? List.of() : List.of(sides[1].trim().split(" ", -1)))
              .build());
    }
    return template.build();
  }

  static String drawing(String... lines) {
    return new TextDiagram(template(lines)).text();
  }
}
