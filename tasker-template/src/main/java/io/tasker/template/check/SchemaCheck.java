package io.tasker.template.check;

import io.tasker.template.EventDeclaration;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.List;

/** Every schema of a template makes sense by itself. */
final class SchemaCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    inspected
        .template()
        .inputSchema()
        .ifPresent(
            schema ->
                new SchemaInspection("input_schema", problems)
                    .inspect(schema.keywords(), TemplatePath.root().key("input_schema")));
    for (Inspected.Step step : inspected.steps()) {
      step.definition()
          .resultSchema()
          .ifPresent(
              schema ->
                  new SchemaInspection("result_schema of " + step.quoted(), problems)
                      .inspect(schema.keywords(), step.path().key("result_schema")));
      List<EventDeclaration> events = step.definition().publishesEvents();
      for (int i = 0; i < events.size(); i++) {
        TemplatePath path = step.path().key("publishes_events").item(i).key("schema");
        String owner = "schema of event '" + events.get(i).name() + "'";
        events
            .get(i)
            .schema()
            .ifPresent(
                schema -> new SchemaInspection(owner, problems).inspect(schema.keywords(), path));
      }
    }
  }
}
