package io.tasker.processor.check.payload;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.PayloadType.Unresolved;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.PayloadType.VoidType;
import io.tasker.processor.model.ScalarKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges whether what one step produces can always be read as what another one takes. */
public final class Conversion {

  /** Why it cannot. */
  public sealed interface Mismatch {

    /** The types differ. The path leads to where they do; it is empty at the top. */
    record Types(String path, PayloadType produced, PayloadType taken) implements Mismatch {}

    /** The producer has no such field. */
    record NoField(String path, String field, ObjectType produced, ObjectType taken)
        implements Mismatch {}

    /** What is required may be absent. */
    record Absent(String path) implements Mismatch {}
  }

  private final Map<String, ObjectType> producedObjects = new HashMap<>();
  private final Map<String, ObjectType> takenObjects = new HashMap<>();
  private final Set<List<String>> compared = new HashSet<>();

  private Conversion() {}

  /** Returns what is in the way, or empty if nothing certain is. */
  public static Optional<Mismatch> find(PayloadType produced, PayloadType taken) {
    return new Conversion().compare(produced, taken, "");
  }

  private Optional<Mismatch> compare(PayloadType produced, PayloadType taken, String path) {
    if (isSilent(produced) || isSilent(taken)) {
      return Optional.empty();
    }
    if (taken instanceof OptionalType optional) {
      return produced.present() instanceof VoidType
          ? Optional.of(new Mismatch.Types(path, produced, taken))
          : compare(produced.present(), optional.value(), path);
    }
    if (produced instanceof OptionalType) {
      return Optional.of(new Mismatch.Absent(path));
    }
    return comparePresent(resolved(produced, producedObjects), resolved(taken, takenObjects), path);
  }

  private Optional<Mismatch> comparePresent(PayloadType produced, PayloadType taken, String path) {
    if (produced instanceof ListType from && taken instanceof ListType to) {
      return compare(from.element(), to.element(), path + "[]");
    }
    if (produced instanceof MapType from && taken instanceof MapType to) {
      return isKey(from.key(), to.key())
          ? compare(from.value(), to.value(), path + "{}")
          : Optional.of(new Mismatch.Types(path, produced, taken));
    }
    if (produced instanceof ObjectType from && taken instanceof ObjectType to) {
      return compareObjects(from, to, path);
    }
    if (produced instanceof MapType from && taken instanceof ObjectType to) {
      return first(to.read(), field -> compare(from.value(), field.type(), at(path, field)));
    }
    if (produced instanceof ObjectType from && taken instanceof MapType to) {
      if (!isKey(new EnumType(from.name(), from.writtenNames()), to.key())) {
        return Optional.of(new Mismatch.Types(path, produced, taken));
      }
      return first(from.written(), field -> compare(field.type(), to.value(), at(path, field)));
    }
    return isSilent(produced) || isSilent(taken) || isReadable(produced, taken)
        ? Optional.empty()
        : Optional.of(new Mismatch.Types(path, produced, taken));
  }

  /** Returns whether each key of one map is one of another: the numbers among them are texts. */
  private static boolean isKey(PayloadType produced, PayloadType taken) {
    return isSilent(produced)
        || isSilent(taken)
        || taken.equals(new Scalar(ScalarKind.STRING))
        || isReadable(produced, taken);
  }

  private static boolean isReadable(PayloadType produced, PayloadType taken) {
    if (produced instanceof Scalar from && taken instanceof Scalar to) {
      return from.kind().widensTo(to.kind());
    }
    if (produced instanceof EnumType from) {
      return taken.equals(new Scalar(ScalarKind.STRING))
          || (taken instanceof EnumType to && to.names().containsAll(from.constants()));
    }
    return produced instanceof VoidType && taken instanceof VoidType;
  }

  private Optional<Mismatch> compareObjects(ObjectType from, ObjectType to, String path) {
    if (!compared.add(List.of(from.name(), to.name()))) {
      return Optional.empty();
    }
    producedObjects.put(from.name(), from);
    takenObjects.put(to.name(), to);
    return first(to.read(), field -> compareField(from, to, field, path));
  }

  private Optional<Mismatch> compareField(
      ObjectType from, ObjectType to, Field field, String path) {
    Optional<Field> source =
        field.names().stream().flatMap(name -> from.written(name).stream()).findFirst();
    if (source.isEmpty()) {
      return field.required()
          ? Optional.of(new Mismatch.NoField(path, field.jsonName(), from, to))
          : Optional.empty();
    }
    if (field.required() && !source.get().presence().always()) {
      return Optional.of(new Mismatch.Absent(at(path, field)));
    }
    return compare(source.get().type().present(), field.type(), at(path, field));
  }

  private static Optional<Mismatch> first(
      List<Field> fields, Function<Field, Optional<Mismatch>> comparison) {
    return fields.stream().flatMap(field -> comparison.apply(field).stream()).findFirst();
  }

  private static PayloadType resolved(PayloadType type, Map<String, ObjectType> objects) {
    if (!(type instanceof Reference reference)) {
      return type;
    }
    // A reference stands inside the object it names, so the object was met on the way here.
    ObjectType object = objects.get(reference.name());
    return object == null ? new Unresolved() : object;
  }

  /** Types that javac or another rule speaks about, and data that is checked when it is read. */
  private static boolean isSilent(PayloadType type) {
    return type instanceof Unresolved || type instanceof Unsupported || type instanceof Open;
  }

  private static String at(String path, Field field) {
    return path.isEmpty() ? field.jsonName() : path + "." + field.jsonName();
  }
}
