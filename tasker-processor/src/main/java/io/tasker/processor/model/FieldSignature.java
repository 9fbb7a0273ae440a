package io.tasker.processor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of an input or a result, as far as others rely on it.
 *
 * @param type its JSON type in words: {@code int}, {@code list}, {@code enum(PAID, OPEN)}
 * @param optional whether it may be left out
 */
public record FieldSignature(String type, boolean optional) {
  private static final String ENUM = "enum(";

  /** Returns whether every value of this part is good where the other one is expected. */
  public boolean fits(FieldSignature expected) {
    return (expected.optional || !optional) && typeFits(expected.type);
  }

  private boolean typeFits(String expected) {
    if (type.equals(expected) || expected.equals(FieldSignatures.ANY)) {
      return true;
    }
    if (type.startsWith(ENUM)) {
      return expected.equals(text(ScalarKind.STRING))
          || (expected.startsWith(ENUM) && constants(expected).containsAll(constants(type)));
    }
    return scalar(type)
        .flatMap(from -> scalar(expected).map(to -> from.widensTo(to) || isText(from, to)))
        .orElse(false);
  }

  private static boolean isText(ScalarKind from, ScalarKind to) {
    return to == ScalarKind.STRING && from.jsonType().equals(to.jsonType());
  }

  private static Optional<ScalarKind> scalar(String type) {
    return Arrays.stream(ScalarKind.values()).filter(kind -> text(kind).equals(type)).findFirst();
  }

  private static List<String> constants(String type) {
    return List.of(type.substring(ENUM.length(), type.length() - 1).split(", ", -1));
  }

  static String text(ScalarKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String text(PayloadType.EnumType type) {
    return ENUM + String.join(", ", type.constants().stream().sorted().toList()) + ")";
  }

  @Override
  public String toString() {
    return optional ? type + ", optional" : type;
  }
}
