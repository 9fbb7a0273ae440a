package io.tasker.processor.model;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a value must look like to suit several readers, each of which knows a part of it. */
public final class PayloadMerge {
  private static final String AND = " & ";

  private final Map<String, ObjectType> leftObjects = new HashMap<>();
  private final Map<String, ObjectType> rightObjects = new HashMap<>();

  /** The merged objects around the place that is looked at: a reference may name them. */
  private final Set<String> enclosing = new HashSet<>();

  private PayloadMerge() {}

  /** Returns a type that has what both have; where they disagree, the first one wins. */
  public static PayloadType merge(PayloadType first, PayloadType second) {
    return new PayloadMerge().both(first, second);
  }

  /** Merges a field with another of the same JSON name. */
  public static Field merge(Field left, Field right) {
    return new PayloadMerge().both(left, right);
  }

  private Field both(Field left, Field right) {
    return new Field(
        left.javaName(),
        left.jsonName(),
        both(left.type(), right.type()),
        left.javaType(),
        left.presence().merge(right.presence()),
        left.aliases().stream().filter(right.aliases()::contains).toList());
  }

  private PayloadType both(PayloadType first, PayloadType second) {
    PayloadType left = resolved(first.present(), leftObjects);
    PayloadType right = resolved(second.present(), rightObjects);
    PayloadType merged = bothPresent(left, right);
    boolean optional = first instanceof OptionalType && second instanceof OptionalType;
    return optional ? new OptionalType(merged) : merged;
  }

  private PayloadType bothPresent(PayloadType left, PayloadType right) {
    if (left instanceof ObjectType leftObject && right instanceof ObjectType rightObject) {
      return objects(leftObject, rightObject);
    }
    if (left instanceof ListType leftList && right instanceof ListType rightList) {
      return new ListType(both(leftList.element(), rightList.element()));
    }
    if (left instanceof MapType leftMap && right instanceof MapType rightMap) {
      return new MapType(leftMap.key(), both(leftMap.value(), rightMap.value()));
    }
    return saysMore(right, left) ? one(right, rightObjects) : one(left, leftObjects);
  }

  private static boolean saysMore(PayloadType type, PayloadType other) {
    return other instanceof Open
        || (type instanceof EnumType && !(other instanceof EnumType))
        || (type instanceof ObjectType && other instanceof MapType)
        || (type instanceof Scalar scalar
            && !scalar.kind().format().isEmpty()
            && other.equals(new Scalar(ScalarKind.STRING)));
  }

  private PayloadType objects(ObjectType left, ObjectType right) {
    String name = name(left.name(), right.name());
    if (!enclosing.add(name)) {
      return new Reference(name);
    }
    leftObjects.put(left.name(), left);
    rightObjects.put(right.name(), right);
    List<Field> merged = new ArrayList<>();
    for (Field field : left.fields()) {
      merged.add(
          named(right, field.jsonName())
              .map(other -> both(field, other))
              .orElseGet(() -> one(field, leftObjects)));
    }
    right.fields().stream()
        .filter(field -> named(left, field.jsonName()).isEmpty())
        .forEach(field -> merged.add(one(field, rightObjects)));
    enclosing.remove(name);
    return new ObjectType(name, merged);
  }

  private static String name(String left, String right) {
    Set<String> names = new LinkedHashSet<>(List.of(left.split(AND, -1)));
    names.addAll(List.of(right.split(AND, -1)));
    return String.join(AND, names);
  }

  private Field one(Field field, Map<String, ObjectType> objects) {
    return new Field(
        field.javaName(),
        field.jsonName(),
        one(field.type(), objects),
        field.javaType(),
        field.presence(),
        field.aliases());
  }

  /**
   * Returns a type that only one reader knows. What it refers to may be merged by now, so that the
   * object itself takes the place of the reference.
   */
  private PayloadType one(PayloadType type, Map<String, ObjectType> objects) {
    if (type instanceof OptionalType optional) {
      return new OptionalType(one(optional.value(), objects));
    }
    if (type instanceof ListType list) {
      return new ListType(one(list.element(), objects));
    }
    if (type instanceof MapType map) {
      return new MapType(map.key(), one(map.value(), objects));
    }
    if (!(resolved(type, objects) instanceof ObjectType object)) {
      return type;
    }
    if (!enclosing.add(object.name())) {
      return new Reference(object.name());
    }
    objects.put(object.name(), object);
    List<Field> fields = object.fields().stream().map(field -> one(field, objects)).toList();
    enclosing.remove(object.name());
    return new ObjectType(object.name(), fields);
  }

  private static PayloadType resolved(PayloadType type, Map<String, ObjectType> objects) {
    return type instanceof Reference reference && objects.containsKey(reference.name())
        ? objects.get(reference.name())
        : type;
  }

  private static Optional<Field> named(ObjectType object, String jsonName) {
    return object.fields().stream().filter(field -> field.jsonName().equals(jsonName)).findFirst();
  }
}
