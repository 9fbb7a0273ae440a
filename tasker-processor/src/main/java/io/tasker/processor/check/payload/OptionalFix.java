package io.tasker.processor.check.payload;

import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.TypeText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how to declare what may be absent, with the whole type to write. */
public final class OptionalFix {
  private static final Pattern PART = Pattern.compile("\\[\\]|\\{\\}|[^.\\[{]+");

  private OptionalFix() {}

  /** Returns the fix for a parameter. */
  public static String of(Slot slot) {
    return "declare '%s' as Optional<%s>"
        .formatted(slot.name(), TypeText.simple(slot.type().name().box()));
  }

  /**
   * Returns the fix for a part of what a parameter takes.
   *
   * @param path the way to the part: {@code items[].sku}; empty for the whole parameter
   */
  public static String of(Slot slot, PayloadType taken, String path) {
    if (path.isEmpty()) {
      return of(slot);
    }
    PayloadType type = taken;
    Optional<Field> field = Optional.empty();
    Matcher part = PART.matcher(path);
    while (part.find()) {
      String name = part.group();
      PayloadType owner = type.present();
      field = owner instanceof ObjectType object ? named(object, name) : Optional.empty();
      type = field.map(Field::type).orElseGet(() -> element(owner));
    }
    if (field.isPresent()) {
      String declared = TypeText.boxed(field.get().javaType());
      return "declare '%s' as Optional<%s>".formatted(field.get().javaName(), declared);
    }
    String held = PayloadText.boxed(type.present());
    return "let '%s' hold Optional<%s>".formatted(holder(slot, path), held);
  }

  private static Optional<Field> named(ObjectType object, String name) {
    return object.read().stream().filter(field -> field.names().contains(name)).findFirst();
  }

  private static PayloadType element(PayloadType type) {
    if (type instanceof ListType list) {
      return list.element();
    }
    return type instanceof MapType map ? map.value() : new PayloadType.Open();
  }

  private static String holder(Slot slot, String path) {
    String holder = path.replaceFirst("(\\[\\]|\\{\\})+$", "");
    return holder.isEmpty() ? slot.name() : holder;
  }
}
