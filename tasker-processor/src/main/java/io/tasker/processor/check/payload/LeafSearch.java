package io.tasker.processor.check.payload;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the first type within a payload that is not JSON, and the way to it. */
public final class LeafSearch {

  /**
   * What was found.
   *
   * @param path the fields on the way
   * @param leaf the type
   */
  public record Found(List<Field> path, Unsupported leaf) {

    /** Returns what is wrong with a payload, for a headline. */
    String reason(String root) {
      if (path.isEmpty()) {
        return leaf.type().equals(root) ? "it is " + leaf.why() : leaf.type() + " is " + leaf.why();
      }
      return path.stream().map(Field::javaName).collect(Collectors.joining(".", root + ".", ""))
          + " is "
          + leaf.why();
    }

    /** Returns the way from a payload to the leaf, and what to do. */
    List<String> details(String root) {
      List<String> details = new ArrayList<>();
      if (!path.isEmpty()) {
        details.add(
            path.stream()
                .map(field -> field.javaName() + ": " + field.javaType())
                .collect(Collectors.joining(" -> ", "path: " + root + " -> ", "")));
      }
      details.add("fix: " + leaf.fix());
      return details;
    }
  }

  private final boolean reading;
  private final Set<String> visited = new HashSet<>();

  private LeafSearch(boolean reading) {
    this.reading = reading;
  }

  /** Finds what cannot be written. */
  public static Optional<Found> unwritable(PayloadType root) {
    return new LeafSearch(false).search(root, List.of());
  }

  /** Finds what cannot be read. */
  public static Optional<Found> unreadable(PayloadType root) {
    return new LeafSearch(true).search(root, List.of());
  }

  private Optional<Found> search(PayloadType type, List<Field> path) {
    if (type instanceof Unsupported leaf) {
      return reading || !leaf.writable() ? Optional.of(new Found(path, leaf)) : Optional.empty();
    }
    if (!reading && type instanceof MapType map && map.unwritable().isPresent()) {
      return Optional.of(new Found(path, map.unwritable().get()));
    }
    if (!(type instanceof ObjectType object)) {
      return type.parts().stream().flatMap(part -> search(part, path).stream()).findFirst();
    }
    // What was searched once without success need not be searched on another way.
    if (!visited.add(object.name())) {
      return Optional.empty();
    }
    if (reading && object.obstacle().isPresent()) {
      return Optional.of(new Found(path, object.obstacle().get()));
    }
    return object.fields().stream()
        .flatMap(field -> search(field, with(path, field)).stream())
        .findFirst();
  }

  private Optional<Found> search(Field field, List<Field> path) {
    if (reading && field.required() && !field.presence().read()) {
      return Optional.of(new Found(path, neverRead(field)));
    }
    return (reading ? field.presence().read() : field.presence().written())
        ? search(field.type(), path)
        : Optional.empty();
  }

  private static Unsupported neverRead(Field field) {
    return new Unsupported(
        field.javaType(),
        "never read from JSON, but required",
        "declare '%s' as Optional<%s>, or let Jackson read it."
            .formatted(field.javaName(), TypeText.boxed(field.javaType())),
        true);
  }

  private static List<Field> with(List<Field> path, Field field) {
    List<Field> longer = new ArrayList<>(path);
    longer.add(field);
    return longer;
  }
}
