package io.tasker.processor.model;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.PayloadType.VoidType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Spreads a payload type out to its parts, each by its path: {@code .items[].sku}. */
public final class FieldSignatures {
  /** The type of a part nothing is known about. */
  public static final String ANY = "any";

  /** The type of a result that is none. */
  public static final String NOTHING = "nothing";

  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}_-]");

  private final boolean reading;
  private final SortedMap<String, FieldSignature> parts = new TreeMap<>();

  private FieldSignatures(boolean reading) {
    this.reading = reading;
  }

  /** Returns the parts of what is written; the whole has the path {@code ""}. */
  static SortedMap<String, FieldSignature> ofWritten(PayloadType type) {
    return new FieldSignatures(false).spread(type);
  }

  /** Returns the parts of what can be read; the whole has the path {@code ""}. */
  static SortedMap<String, FieldSignature> ofRead(PayloadType type) {
    return new FieldSignatures(true).spread(type);
  }

  private SortedMap<String, FieldSignature> spread(PayloadType type) {
    add("", type, false);
    return parts;
  }

  private void add(String path, PayloadType type, boolean optional) {
    PayloadType present = type.present();
    parts.put(path, new FieldSignature(text(present), optional || type instanceof OptionalType));
    if (present instanceof ListType list) {
      add(path + "[]", list.element(), false);
    } else if (present instanceof MapType map) {
      add(path + "{}", map.value(), false);
    } else if (present instanceof ObjectType object) {
      (reading ? object.read() : object.written()).forEach(field -> add(path, field));
    }
  }

  private void add(String path, Field field) {
    List<String> names = reading ? field.names() : List.of(field.jsonName());
    boolean certain = reading ? field.required() && names.size() == 1 : field.presence().always();
    names.forEach(name -> add(path + "." + part(name), field.type(), !certain));
  }

  private static String text(PayloadType type) {
    if (type instanceof Scalar scalar) {
      return FieldSignature.text(scalar.kind());
    }
    if (type instanceof EnumType enumeration) {
      return FieldSignature.text(enumeration);
    }
    if (type instanceof ListType) {
      return "list";
    }
    if (type instanceof MapType) {
      return "map";
    }
    if (type instanceof ObjectType) {
      return "object";
    }
    if (type instanceof VoidType) {
      return NOTHING;
    }
    return type instanceof Reference ? "recursive" : ANY;
  }

  /** Spells out characters that mean something in a path. */
  public static String part(String name) {
    return UNFIT
        .matcher(name)
        .replaceAll(match -> "~" + Integer.toHexString(match.group().codePointAt(0)));
  }
}
