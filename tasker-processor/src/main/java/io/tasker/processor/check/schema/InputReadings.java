package io.tasker.processor.check.schema;

import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.Presence;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.stream.Stream;

/** What handlers read of a task's input, where a template has an input_schema. */
final class InputReadings {

  /**
   * A parameter that reads the input, as if it read an object with the fields it needs.
   *
   * @param usage the step that reads
   * @param slot the parameter
   * @param taken what it needs of the input
   * @param schema what the template says of the input
   * @param at the value that names the field, or the parameter
   */
  record Reading(Usage usage, Slot slot, PayloadType taken, PayloadType schema, SourceRef at) {

    /** Returns the line that names the place in the template which speaks about a field. */
    String template(String field) {
      TemplatePath schema = TemplatePath.root().key("input_schema");
      return "template: " + usage.template().place(SchemaPlace.of(schema, field));
    }
  }

  private InputReadings() {}

  static List<Reading> of(ModuleModel module, HandlerModel handler) {
    return module.templates().usages(handler).stream()
        .flatMap(
            usage ->
                usage.template().input().stream()
                    .flatMap(schema -> readings(handler, usage, schema)))
        .toList();
  }

  private static Stream<Reading> readings(HandlerModel handler, Usage usage, PayloadType schema) {
    Stream<Reading> whole =
        handler.parameters(WholeInput.class).stream()
            .map(WholeInput::slot)
            .map(
                slot ->
                    new Reading(usage, slot, slot.type().payload().present(), schema, slot.at()));
    Stream<Reading> fields =
        handler.parameters(InputField.class).stream()
            .map(
                input ->
                    new Reading(usage, input.slot(), object(input), schema, input.field().at()));
    return Stream.concat(whole, fields);
  }

  private static ObjectType object(InputField input) {
    Slot slot = input.slot();
    boolean required = input.defaultValue().isEmpty() && !slot.acceptsAbsence();
    PayloadType type = slot.type().payload();
    return new ObjectType(
        "input of " + slot.at(),
        List.of(
            new Field(
                slot.name(),
                input.field().value(),
                required ? type : new OptionalType(type.present()),
                TypeText.simple(slot.type().name()),
                required ? Presence.CERTAIN : Presence.OPTIONAL)));
  }
}
