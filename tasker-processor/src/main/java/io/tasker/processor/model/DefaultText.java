package io.tasker.processor.model;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.Scalar;
import java.util.Optional;

/** Default values as annotations hold them: JSON, with the quotes of a text left out. */
public final class DefaultText {
  private DefaultText() {}

  /** Returns the value a default stands for, or empty if its type is not written that way. */
  public static Optional<JsonLiteral.Value> parse(String text, PayloadType type) {
    PayloadType present = type.present();
    boolean isText =
        present instanceof EnumType
            || (present instanceof Scalar scalar && scalar.kind().jsonType().equals("string"));
    Optional<JsonLiteral.Value> bare = Optional.of(new JsonLiteral.Value(text));
    if (isText) {
      return bare;
    }
    // A type of which nothing is known may be read from either.
    return present instanceof Open
        ? JsonLiteral.parse(text).or(() -> bare)
        : JsonLiteral.parse(text);
  }
}
