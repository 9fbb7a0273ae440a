package io.tasker.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The JSON shape of a Java type: what passes between steps, seen without a compiler. Both the check
 * of an edge and the JSON Schema of a template work on it.
 */
public sealed interface PayloadType {

  /** One JSON value. */
  record Scalar(ScalarKind kind) implements PayloadType {}

  /**
   * An enum.
   *
   * @param name identifies it
   * @param constants its constants as they travel
   * @param aliases further names they are read by
   */
  record EnumType(String name, List<String> constants, List<String> aliases)
      implements PayloadType {
    /** Copies the names. */
    public EnumType {
      constants = List.copyOf(constants);
      aliases = List.copyOf(aliases);
    }

    /** Creates an enum whose constants have one name each. */
    public EnumType(String name, List<String> constants) {
      this(name, constants, List.of());
    }

    /** Returns all names it is read by. */
    public List<String> names() {
      return Stream.concat(constants.stream(), aliases.stream()).toList();
    }
  }

  /**
   * A record or bean.
   *
   * @param name identifies it, type arguments included
   * @param fields its fields
   * @param obstacle why it cannot be read, or empty
   */
  record ObjectType(String name, List<Field> fields, Optional<Unsupported> obstacle)
      implements PayloadType {
    /** Copies the fields. */
    public ObjectType {
      fields = List.copyOf(fields);
    }

    /** Creates a type that can be read. */
    public ObjectType(String name, List<Field> fields) {
      this(name, fields, Optional.empty());
    }

    /** Returns the fields that are taken from JSON. */
    public List<Field> read() {
      return fields.stream().filter(field -> field.presence().read()).toList();
    }

    /** Returns the fields of the JSON that is written. */
    public List<Field> written() {
      return fields.stream().filter(field -> field.presence().written()).toList();
    }

    /** Returns the field that is written under a JSON name. */
    public Optional<Field> written(String jsonName) {
      return written().stream().filter(field -> field.jsonName().equals(jsonName)).findFirst();
    }

    /** Returns the JSON names that are written, in the order of the fields. */
    public List<String> writtenNames() {
      return written().stream().map(Field::jsonName).toList();
    }
  }

  /** A list, set or array. */
  record ListType(PayloadType element) implements PayloadType {}

  /**
   * An object with values of one type.
   *
   * @param key what its keys stand for: a scalar or an enum; open where nothing is known
   * @param value the type of its values
   * @param unwritable why it cannot be written, or empty
   */
  record MapType(PayloadType key, PayloadType value, Optional<Unsupported> unwritable)
      implements PayloadType {
    /** Creates a map that can be written. */
    public MapType(PayloadType key, PayloadType value) {
      this(key, value, Optional.empty());
    }

    /** Creates a map of which only the values are known. */
    public MapType(PayloadType value) {
      this(new Open(), value);
    }
  }

  /** A value that may be absent. */
  record OptionalType(PayloadType value) implements PayloadType {}

  /** Any JSON: nothing can be said about it at compile time. */
  record Open() implements PayloadType {}

  /** Nothing: the result of a step that only has an effect. */
  record VoidType() implements PayloadType {}

  /**
   * Certainly not JSON.
   *
   * @param type the type as messages show it
   * @param why what it is instead
   * @param fix what to do about it
   * @param writable whether only reading it back is impossible
   */
  record Unsupported(String type, String why, String fix, boolean writable)
      implements PayloadType {}

  /** An object type within itself. */
  record Reference(String name) implements PayloadType {}

  /** A type that does not exist (yet); javac speaks about it. */
  record Unresolved() implements PayloadType {}

  /**
   * A field of an object.
   *
   * @param javaName the component, field or property
   * @param jsonName its name in JSON
   * @param type its type
   * @param javaType its type as messages show it
   * @param presence when it is there
   * @param aliases further names it is read by
   */
  record Field(
      String javaName,
      String jsonName,
      PayloadType type,
      String javaType,
      Presence presence,
      List<String> aliases) {

    /** Copies the aliases. */
    public Field {
      aliases = List.copyOf(aliases);
    }

    /** Creates a field of one name. */
    public Field(
        String javaName, String jsonName, PayloadType type, String javaType, Presence presence) {
      this(javaName, jsonName, type, javaType, presence, List.of());
    }

    /** Returns the names it is read by, its own first. */
    public List<String> names() {
      return Stream.concat(Stream.of(jsonName), aliases.stream()).toList();
    }

    /** Returns whether the object cannot be read without it. */
    public boolean required() {
      return presence.required();
    }
  }

  /** Returns the types this one is directly made of. */
  default List<PayloadType> parts() {
    if (this instanceof ObjectType object) {
      return object.fields().stream().map(Field::type).toList();
    }
    if (this instanceof ListType list) {
      return List.of(list.element());
    }
    if (this instanceof MapType map) {
      return List.of(map.value());
    }
    return this instanceof OptionalType optional ? List.of(optional.value()) : List.of();
  }

  /** Returns whether this type or one within it has a property. */
  default boolean mentions(Predicate<PayloadType> property) {
    return property.test(this) || parts().stream().anyMatch(part -> part.mentions(property));
  }

  /** Returns this type without the optional around it. */
  default PayloadType present() {
    return this instanceof OptionalType optional ? optional.value() : this;
  }
}
