package io.tasker.template.check;

import io.tasker.template.StepOverride;
import io.tasker.template.problem.TemplatePath;
import java.util.List;

/** The step overrides of all environments. */
final class Overrides {
  /** Receives an override, its place and what to call it. */
  @FunctionalInterface
  interface Visitor {
    void visit(StepOverride override, TemplatePath path, String owner);
  }

  private Overrides() {}

  static void forEach(Inspected inspected, Visitor visitor) {
    TemplatePath environments = TemplatePath.root().key("environments");
    inspected
        .template()
        .environments()
        .forEach(
            (environment, overrides) ->
                visit(environments.key(environment).key("steps"), environment, overrides, visitor));
  }

  private static void visit(
      TemplatePath steps, String environment, List<StepOverride> overrides, Visitor visitor) {
    for (int i = 0; i < overrides.size(); i++) {
      String step = overrides.get(i).step();
      visitor.visit(
          overrides.get(i),
          steps.item(i),
          "step '" + step + "' in environment '" + environment + "'");
    }
  }
}
