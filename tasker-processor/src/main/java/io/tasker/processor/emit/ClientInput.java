package io.tasker.processor.emit;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a client takes as the input of a task: the one value that suits every step reading it. */
sealed interface ClientInput {

  /** No step reads the input. */
  record None() implements ClientInput {}

  /** A type that a step takes the whole input as, and that has what all others need. */
  record Whole(TypeName type, Set<String> lints) implements ClientInput {}

  /** The steps read fields only; ordered by name. */
  record Fields(List<Field> fields) implements ClientInput {}

  /** The steps read it as several types, none of which has what all of them need. */
  record AnyObject() implements ClientInput {}

  /**
   * A field of the input.
   *
   * @param name its JSON name
   * @param type its type; boxed or not as the step has it
   * @param required whether a task needs it
   * @param lints the lint keys that naming the type raises
   */
  record Field(String name, Optional<TypeName> type, boolean required, Set<String> lints) {}

  /** Returns the input of a workflow. */
  static ClientInput of(HandlerClass workflow) {
    List<WholeInput> whole = parameters(workflow, WholeInput.class);
    Map<String, List<InputField>> fields = new TreeMap<>();
    parameters(workflow, InputField.class)
        .forEach(
            each ->
                fields.computeIfAbsent(each.field().value(), name -> new ArrayList<>()).add(each));
    if (whole.isEmpty()) {
      List<Field> read = new ArrayList<>();
      fields.forEach((name, readings) -> read.add(field(name, readings)));
      return read.isEmpty() ? new None() : new Fields(read);
    }
    Set<String> needed = new TreeSet<>();
    whole.forEach(each -> needed.addAll(required(type(each.slot()))));
    fields.values().stream()
        .flatMap(List::stream)
        .filter(ClientInput::isRequired)
        .forEach(each -> needed.add(each.field().value()));
    return whole.stream()
        .filter(each -> gives(type(each.slot()), needed))
        .findFirst()
        .<ClientInput>map(each -> new Whole(name(each.slot()), lints(each.slot())))
        .orElseGet(AnyObject::new);
  }

  private static <T extends ParameterModel> List<T> parameters(
      HandlerClass workflow, Class<T> kind) {
    return workflow.handlers().stream()
        .flatMap(handler -> handler.parameters(kind).stream())
        .toList();
  }

  private static Field field(String name, List<InputField> readings) {
    Optional<InputField> broadest =
        readings.stream()
            .filter(each -> readings.stream().allMatch(other -> suits(each, other)))
            .findFirst();
    boolean required = readings.stream().anyMatch(ClientInput::isRequired);
    return new Field(
        name,
        broadest.map(each -> required ? each.slot().type().name() : name(each.slot())),
        required,
        broadest.map(each -> lints(each.slot())).orElse(Set.of()));
  }

  private static boolean isRequired(InputField input) {
    return input.defaultValue().isEmpty() && !input.slot().acceptsAbsence();
  }

  /** Returns whether a value of one reading's type is good for another reading, as far as known. */
  private static boolean suits(InputField given, InputField taken) {
    PayloadType value = type(given.slot());
    PayloadType other = type(taken.slot());
    if (value instanceof Scalar scalar && other instanceof Scalar target) {
      return scalar.kind().widensTo(target.kind());
    }
    if (other instanceof PayloadType.Open || name(given.slot()).equals(name(taken.slot()))) {
      return true;
    }
    return !(value instanceof PayloadType.Open) && gives(value, required(other));
  }

  private static boolean gives(PayloadType value, Collection<String> needed) {
    return !(value instanceof ObjectType object)
        || new HashSet<>(object.writtenNames()).containsAll(needed);
  }

  private static Set<String> required(PayloadType type) {
    Set<String> names = new TreeSet<>();
    if (type instanceof ObjectType object) {
      object.read().stream()
          .filter(PayloadType.Field::required)
          .forEach(field -> names.add(field.jsonName()));
    }
    return names;
  }

  private static PayloadType type(ParameterModel.Slot slot) {
    return slot.type().payload().present();
  }

  private static TypeName name(ParameterModel.Slot slot) {
    JavaType type = slot.type();
    return type.payload() instanceof PayloadType.OptionalType
        ? TypeText.present(type.name())
        : type.name();
  }

  private static Set<String> lints(ParameterModel.Slot slot) {
    return slot.type().lints();
  }
}
