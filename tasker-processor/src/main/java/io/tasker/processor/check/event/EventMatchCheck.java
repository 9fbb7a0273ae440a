package io.tasker.processor.check.event;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.check.schema.SchemaFit;
import io.tasker.processor.check.schema.SchemaPlace;
import io.tasker.processor.check.schema.SchemaText;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.EventModel;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import io.tasker.template.EventDeclaration;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.List;

/** The events of a handler are those of its step, and a result fits the schema of its event. */
final class EventMatchCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (Usage usage : module.templates().usages(handler)) {
        if (!module.isInWorkflow(handler)) {
          checkNames(handler, usage, diagnostics);
        }
        if (SchemaFit.isDescribed(handler) && !handler.publishesByHand()) {
          checkSchemas(handler, usage, diagnostics);
        }
      }
    }
  }

  private static void checkNames(HandlerModel handler, Usage usage, Diagnostics diagnostics) {
    List<String> declared =
        usage.step().definition().publishesEvents().stream().map(EventDeclaration::name).toList();
    for (EventModel event : handler.settings().events()) {
      if (!declared.contains(event.name().value())) {
        List<String> details =
            new ArrayList<>(Words.unknownName(event.name().value(), declared, "events"));
        details.add("template: " + usage.place());
        details.add("fix: declare it under publishes_events of the step, or remove @Publishes.");
        diagnostics.report(
            Problem.error(
                    Code.EVENT_MISMATCH,
                    event.name().at(),
                    "step '%s' never publishes event '%s': template %s does not declare it."
                        .formatted(
                            usage.step().name(), event.name().value(), usage.template().identity()),
                    details)
                .asWarning());
      }
    }
  }

  private static void checkSchemas(HandlerModel handler, Usage usage, Diagnostics diagnostics) {
    List<EventDeclaration> events = usage.step().definition().publishesEvents();
    for (int i = 0; i < events.size(); i++) {
      EventDeclaration event = events.get(i);
      TemplatePath path = usage.step().path().key("publishes_events").item(i).key("schema");
      if (event.condition() == EventDeclaration.Condition.SUCCESS && event.publisher().isEmpty()) {
        PayloadType result = handler.result().value().payload();
        usage
            .template()
            .schema(path, event.schema())
            .flatMap(
                schema ->
                    SchemaFit.writing(result, schema)
                        .or(() -> SchemaFit.lacking(result, event.schema().orElseThrow())))
            .map(mismatch -> problem(handler, usage, event, path, mismatch))
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Problem problem(
      HandlerModel handler,
      Usage usage,
      EventDeclaration event,
      TemplatePath path,
      Mismatch mismatch) {
    String type = TypeText.simple(handler.result().value().name());
    String field = SchemaText.path("", mismatch);
    String what =
        mismatch instanceof Mismatch.Types types
            ? "says %s%s"
                .formatted(
                    field.isEmpty() ? "" : "'" + field + "' is ", SchemaText.of(types.taken()))
            : "requires '%s'".formatted(field);
    return Problem.error(
        Code.EVENT_MISMATCH,
        handler.at(),
        "step '%s' publishes its result, %s, as event '%s', but the schema of the event %s."
            .formatted(usage.step().name(), type, event.name(), what),
        "template: " + usage.template().place(SchemaPlace.of(path, field)),
        "fix: change the schema, or name a publisher that makes the payload.");
  }
}
