package io.tasker.processor.model;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a value must look like to suit several readers, each of which knows a part of it. */
public final class PayloadMerge {
  private PayloadMerge() {}

  /** Returns a type that has what both have; where they disagree, the first one wins. */
  public static PayloadType merge(PayloadType first, PayloadType second) {
    PayloadType left = first.present();
    PayloadType right = second.present();
    PayloadType merged = mergePresent(left, right);
    boolean optional = first instanceof OptionalType && second instanceof OptionalType;
    return optional ? new OptionalType(merged) : merged;
  }

  private static PayloadType mergePresent(PayloadType left, PayloadType right) {
    if (left instanceof ObjectType leftObject && right instanceof ObjectType rightObject) {
      return new ObjectType(
          leftObject.name(), mergeFields(leftObject.fields(), rightObject.fields()));
    }
    if (left instanceof ListType leftList && right instanceof ListType rightList) {
      return new ListType(merge(leftList.element(), rightList.element()));
    }
    boolean rightSaysMore = left instanceof Open || right instanceof EnumType;
    return rightSaysMore ? right : left;
  }

  private static List<Field> mergeFields(List<Field> left, List<Field> right) {
    List<Field> merged = new ArrayList<>();
    for (Field field : left) {
      merged.add(named(right, field.jsonName()).map(other -> merge(field, other)).orElse(field));
    }
    right.stream().filter(field -> named(left, field.jsonName()).isEmpty()).forEach(merged::add);
    return merged;
  }

  /** Merges a field with another of the same JSON name. */
  public static Field merge(Field left, Field right) {
    return new Field(
        left.javaName(),
        left.jsonName(),
        merge(left.type(), right.type()),
        left.javaType(),
        left.presence().merge(right.presence()),
        left.aliases().stream().filter(right.aliases()::contains).toList());
  }

  private static Optional<Field> named(List<Field> fields, String jsonName) {
    return fields.stream().filter(field -> field.jsonName().equals(jsonName)).findFirst();
  }
}
