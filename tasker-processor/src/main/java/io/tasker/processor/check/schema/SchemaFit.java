package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.Conversion;
import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.LeafSearch;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ResultForm;
import io.tasker.processor.model.ScalarKind;
import io.tasker.template.JsonSchema;
import java.util.List;
import java.util.Optional;

/**
 * Compares Java types with schemas. A schema knows no more than the types of JSON, so before both
 * are compared like two Java types, each of its scalars becomes the Java type on the other side as
 * far as JSON does not tell them apart: a whole number may be read as {@code int}, a text as {@code
 * LocalDate}.
 */
public final class SchemaFit {
  /** Whether the schema describes what Java code writes, and not what it reads. */
  private final boolean isWritten;

  private SchemaFit(boolean isWritten) {
    this.isWritten = isWritten;
  }

  /** Returns what keeps a type from being read from every value that a schema allows. */
  public static Optional<Mismatch> reading(PayloadType schema, PayloadType java) {
    return Conversion.find(new SchemaFit(false).aligned(schema, java), java);
  }

  /** Returns what keeps the values of a type from being ones that a schema allows. */
  public static Optional<Mismatch> writing(PayloadType java, PayloadType schema) {
    return Conversion.find(java, new SchemaFit(true).aligned(schema, java));
  }

  /**
   * Returns the first field that a schema requires, declared there or not, and that the values of a
   * type need not have.
   */
  public static Optional<Mismatch> lacking(PayloadType java, JsonSchema schema) {
    if (!(java.present() instanceof ObjectType object)
        || !(schema.keywords().get("required") instanceof List<?> required)) {
      return Optional.empty();
    }
    return required.stream()
        .map(String::valueOf)
        .filter(name -> object.written(name).filter(field -> field.presence().always()).isEmpty())
        .findFirst()
        .map(name -> lacking(object, name));
  }

  private static Mismatch lacking(ObjectType object, String field) {
    return object.written(field).isPresent()
        ? new Mismatch.Absent(field)
        : new Mismatch.NoField("", field, object, new ObjectType(object.name(), List.of()));
  }

  /**
   * Returns whether the result_schema of a step describes what its handler returns. What decisions
   * and analyzers return is an outcome of Tasker Core's, with details inside.
   */
  public static boolean isDescribed(HandlerModel handler) {
    return handler.result().form() instanceof ResultForm.Value
        && LeafSearch.unwritable(handler.result().value().payload()).isEmpty();
  }

  private PayloadType aligned(PayloadType schema, PayloadType java) {
    if (schema instanceof OptionalType optional) {
      return new OptionalType(aligned(optional.value(), java.present()));
    }
    PayloadType other = java.present();
    if (schema instanceof ListType list && other instanceof ListType javaList) {
      return new ListType(aligned(list.element(), javaList.element()));
    }
    if (schema instanceof MapType map && other instanceof MapType javaMap) {
      return new MapType(map.key(), aligned(map.value(), javaMap.value()));
    }
    if (schema instanceof ObjectType object) {
      return aligned(object, other);
    }
    return isAlike(schema, other) ? other : schema;
  }

  private PayloadType aligned(ObjectType object, PayloadType java) {
    return new ObjectType(
        object.name(), object.fields().stream().map(field -> aligned(field, java)).toList());
  }

  private Field aligned(Field field, PayloadType java) {
    PayloadType type = field.type();
    if (java instanceof ObjectType other) {
      Optional<Field> same = same(other, field.jsonName());
      type = same.map(known -> aligned(field.type(), known.type())).orElse(type);
    } else if (java instanceof MapType map) {
      type = aligned(type, map.value());
    }
    return new Field(field.javaName(), field.jsonName(), type, field.javaType(), field.presence());
  }

  private Optional<Field> same(ObjectType java, String jsonName) {
    return isWritten
        ? java.written(jsonName)
        : java.read().stream().filter(each -> each.names().contains(jsonName)).findFirst();
  }

  private boolean isAlike(PayloadType schema, PayloadType java) {
    if (!(java instanceof Scalar other)) {
      return false;
    }
    if (schema instanceof EnumType) {
      // A text that Java code writes may be one of those that are allowed.
      return isWritten && other.kind() == ScalarKind.STRING;
    }
    return schema instanceof Scalar scalar && isAlike(scalar.kind(), other.kind());
  }

  private boolean isAlike(ScalarKind schema, ScalarKind java) {
    return switch (schema.jsonType()) {
      case "integer" -> java.jsonType().equals("integer") || (!isWritten && isNumber(java));
      case "number" -> isNumber(java) || (isWritten && java.jsonType().equals("integer"));
      case "string" -> java.jsonType().equals("string") && isSameFormat(schema, java);
      default -> schema == java;
    };
  }

  private static boolean isNumber(ScalarKind java) {
    return java.jsonType().equals("number");
  }

  private static boolean isSameFormat(ScalarKind schema, ScalarKind java) {
    return schema.format().isEmpty()
        || java.format().isEmpty()
        || schema.format().equals(java.format());
  }
}
