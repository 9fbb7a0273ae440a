package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.type.DeclaredType;

/** Knows the types of which two fields are one in JSON. */
final class DuplicateNames {
  private DuplicateNames() {}

  static Optional<Unsupported> find(DeclaredType type, List<Field> fields) {
    return find(type, fields, field -> field.presence().written())
        .or(() -> find(type, fields, field -> field.presence().read()));
  }

  private static Optional<Unsupported> find(
      DeclaredType type, List<Field> fields, Predicate<Field> filter) {
    Map<String, String> known = new HashMap<>();
    for (Field field : fields.stream().filter(filter).toList()) {
      String other = known.putIfAbsent(field.jsonName(), field.javaName());
      if (other != null) {
        return Optional.of(
            new Unsupported(
                TypeText.simple(TypeName.get(type)),
                "a type whose '%s' and '%s' both are '%s' in JSON"
                    .formatted(other, field.javaName(), field.jsonName()),
                "rename one of them, or give it another @JsonProperty.",
                false));
      }
    }
    return Optional.empty();
  }
}
