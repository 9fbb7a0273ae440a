package io.tasker.testing;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
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
        // As text, because bytes are a text once they have travelled.
        return first.toString().equals(second.toString()) ? 0 : 1;
      };

  private final JacksonCodec codec = new JacksonCodec();

  JsonNode json(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : codec.toTree(value);
  }

  boolean isSame(JsonNode actual, @Nullable Object expected) {
    return actual.equals(BY_VALUE, expected(expected));
  }

  private JsonNode expected(@Nullable Object value) {
    try {
      return json(value);
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "No result has the expected value, since it cannot be JSON: " + e.getMessage(), e);
    }
  }

  private static JsonPointer pointer(String text) {
    if (!text.isEmpty() && !text.startsWith("/")) {
      throw new IllegalArgumentException(
          "'%s' is not a JSON pointer: it begins with a slash, as '/%1$s', or is empty for the whole result"
              .formatted(text));
    }
    return JsonPointer.compile(text);
  }

  /**
   * Returns what is wrong with a value within a document, or an empty text if nothing is.
   *
   * @throws IllegalArgumentException if the pointer is none or the value cannot be JSON
   */
  String difference(JsonNode document, String pointer, @Nullable Object expected) {
    JsonNode actual = document.at(pointer(pointer));
    if (actual.isMissingNode()) {
      return "Expected the result to have %s at '%s', where there is nothing in%n%s"
          .formatted(expected(expected), pointer, document.toPrettyString());
    }
    if (!isSame(actual, expected)) {
      return "Expected the result to have %s at '%s', where there is %s in%n%s"
          .formatted(expected(expected), pointer, actual, document.toPrettyString());
    }
    return "";
  }
}
