package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;

/** A step describes its result, best as an object. */
final class ResultSchemaCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      TemplatePath path = step.path().key("result_schema");
      if (step.definition().resultSchema().isEmpty()) {
        problems.report(
            ProblemCode.NO_RESULT_SCHEMA,
            path,
            step.quoted()
                + " has no result_schema, so what later steps read of it cannot be checked.",
            Details.none());
        continue;
      }
      Object type = step.definition().resultSchema().get().keywords().get("type");
      if (type instanceof String other && SchemaTypes.isKnown(other) && !other.equals("object")) {
        problems.report(
            ProblemCode.SCHEMA_NOT_OBJECT,
            path.key("type"),
            "the result of " + step.quoted() + " is of type '" + other + "', not an object.",
            Details.none().fix("return an object if handlers in other languages read it."));
      }
    }
  }
}
