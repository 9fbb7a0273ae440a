package io.tasker.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a service says about its failure, in the JSON forms that services use. */
final class ErrorMessage {
  private static final List<String> FIELDS =
      List.of("error", "message", "detail", "error_message", "msg");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int MAX_LENGTH = 300;

  private ErrorMessage() {}

  /** Returns the first message in one of the known fields, as one short line without secrets. */
  static Optional<String> in(JsonNode body, Redaction redaction) {
    for (String field : FIELDS) {
      JsonNode value = body.path(field);
      JsonNode text = value.isObject() ? value.path("message") : value;
      if (text.isString() && !text.stringValue().isBlank()) {
        return Optional.of(shortened(redaction.apply(text.stringValue())));
      }
    }
    return Optional.empty();
  }

  private static String shortened(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
