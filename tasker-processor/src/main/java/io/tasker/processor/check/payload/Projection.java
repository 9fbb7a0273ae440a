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
import io.tasker.processor.model.PayloadType.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the path of a {@code @Depends} into what the upstream step produces. */
public final class Projection {

  /** A field that is not there. */
  public record NoField(String field, String owner, List<String> known) {}

  private Projection() {}

  /** Returns the type a path leads to; empty if there is no such field. */
  public static Optional<PayloadType> follow(PayloadType root, String path) {
    return path.isEmpty() ? Optional.of(root) : walk(root, path, missing -> {});
  }

  /** Returns the first field of a path that is not there. */
  public static Optional<NoField> missing(PayloadType root, String path) {
    List<NoField> missing = new ArrayList<>();
    if (!path.isEmpty()) {
      walk(root, path, missing::add);
    }
    return missing.stream().findFirst();
  }

  private static Optional<PayloadType> walk(
      PayloadType root, String path, Consumer<NoField> onMissing) {
    Map<String, ObjectType> objects = new HashMap<>();
    PayloadType current = root;
    boolean optional = false;
    for (String name : path.split("\\.", -1)) {
      optional |= current instanceof OptionalType;
      PayloadType owner = current.present();
      if (owner instanceof Reference reference && objects.containsKey(reference.name())) {
        owner = objects.get(reference.name());
      }
      if (owner instanceof ObjectType object) {
        objects.put(object.name(), object);
        Optional<Field> field = object.written(name);
        if (field.isEmpty()) {
          onMissing.accept(new NoField(name, PayloadText.of(object), object.writtenNames()));
          return Optional.empty();
        }
        optional |= !field.get().presence().always();
        current = field.get().type();
      } else if (owner instanceof MapType map) {
        // Any key may be missing.
        optional = true;
        current = map.value();
      } else if (hasNoFields(owner)) {
        onMissing.accept(new NoField(name, PayloadText.of(owner), List.of()));
        return Optional.empty();
      } else {
        return Optional.of(new Open());
      }
    }
    return Optional.of(optional ? new OptionalType(current.present()) : current);
  }

  private static boolean hasNoFields(PayloadType type) {
    return type instanceof Scalar
        || type instanceof EnumType
        || type instanceof ListType
        || type instanceof VoidType;
  }
}
