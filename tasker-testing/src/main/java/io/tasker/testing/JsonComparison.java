package io.tasker.testing;

import io.tasker.internal.JacksonCodec;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Compares results with what a test expects of them. Both are looked at as JSON, so that a record,
 * a map and the text of another worker are the same result, and numbers are compared by value,
 * because {@code 8.8} and {@code 8.80} are the same amount.
 */
final class JsonComparison {
  private static final Comparator<JsonNode> BY_VALUE =
      (first, second) -> {
        if (first.isNumber() && second.isNumber()) {
          return first.decimalValue().compareTo(second.decimalValue());
        }
        return first.equals(second) ? 0 : 1;
      };

  private final JacksonCodec codec = new JacksonCodec();

  JsonNode json(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : codec.toTree(value);
  }

  boolean isSame(JsonNode actual, @Nullable Object expected) {
    return actual.equals(BY_VALUE, json(expected));
  }

  /** Returns what is wrong with a value within a document, or an empty text if nothing is. */
  String difference(JsonNode document, String pointer, @Nullable Object expected) {
    JsonNode actual = document.at(pointer);
    if (actual.isMissingNode()) {
      return "Expected the result to have %s at '%s', where there is nothing in%n%s"
          .formatted(json(expected), pointer, document.toPrettyString());
    }
    if (!isSame(actual, expected)) {
      return "Expected the result to have %s at '%s', where there is %s in%n%s"
          .formatted(json(expected), pointer, actual, document.toPrettyString());
    }
    return "";
  }
}
