package io.tasker.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A parameter of a handler and where its argument comes from. */
public sealed interface ParameterModel {

  /**
   * What every parameter has.
   *
   * @param name the name in the source; {@code arg0} and so on from a class file
   * @param type the type
   * @param nullable whether it carries an annotation named {@code Nullable}
   * @param at the parameter
   */
  record Slot(String name, JavaType type, boolean nullable, SourceRef at) {

    /** Returns its JSON shape: optional if the parameter takes null. */
    public PayloadType taken() {
      return nullable ? new PayloadType.OptionalType(type.payload().present()) : type.payload();
    }

    /** Returns whether the parameter takes the absence of a value. */
    public boolean acceptsAbsence() {
      return nullable || type.payload() instanceof PayloadType.OptionalType;
    }
  }

  /** The result of another step, or a field of it. */
  record Dependency(Slot slot, Located<String> step, Located<String> path)
      implements ParameterModel {

    /** Returns whether the handler says that it can do without the result. */
    public boolean isOptional() {
      return slot.nullable() || slot.type().payload() instanceof PayloadType.OptionalType;
    }
  }

  /** The results of all batches of a worker; the element is the type of one of them. */
  record Results(Slot slot, Located<String> step, Located<String> path, JavaType element)
      implements ParameterModel {

    /** Returns the reading of one result, to be judged like any other. */
    public Dependency ofOne() {
      return new Dependency(new Slot(slot.name(), element, false, slot.at()), step, path);
    }
  }

  /** The batch that an instance of a worker works on. */
  record Slice(Slot slot) implements ParameterModel {}

  /** The whole task input. */
  record WholeInput(Slot slot) implements ParameterModel {}

  /** A field of the task input. */
  record InputField(Slot slot, Located<String> field, Optional<Located<String>> defaultValue)
      implements ParameterModel {}

  /** A value of the step's configuration. */
  record ConfigValue(Slot slot, Located<String> key, Optional<Located<String>> defaultValue)
      implements ParameterModel {}

  /** A service of the application. */
  record Service(Slot slot) implements ParameterModel {}

  /** A client for an HTTP API. */
  record Api(Slot slot, Located<String> baseUrl) implements ParameterModel {
    private static final Pattern CONFIG = Pattern.compile("\\$\\{config\\.([^{}\\s]+)}");

    /** Returns the keys of the step's configuration that stand in the base URL. */
    public List<String> configKeys() {
      return CONFIG.matcher(baseUrl.value()).results().map(found -> found.group(1)).toList();
    }
  }

  /** The event a subscriber is called for. */
  record Event(Slot slot) implements ParameterModel {}

  /** The context of the attempt. */
  record Context(Slot slot) implements ParameterModel {}

  /** What the handler publishes events of its step with. */
  record Publisher(Slot slot) implements ParameterModel {}

  /** Nothing says where the argument comes from. */
  record Unbound(Slot slot) implements ParameterModel {}

  /** More than one annotation says where the argument comes from. */
  record Ambiguous(Slot slot, List<String> annotations) implements ParameterModel {
    /** Copies the annotations. */
    public Ambiguous {
      annotations = List.copyOf(annotations);
    }
  }

  /** Returns what every parameter has. */
  Slot slot();
}
