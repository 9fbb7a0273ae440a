package io.tasker.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The header {@code Link} (RFC 8288). */
final class LinkHeader {
  private LinkHeader() {}

  /** Returns the target of the first link with {@code rel=next}. */
  static Optional<String> next(List<String> headers) {
    return headers.stream()
        .flatMap(header -> split(header, ',').stream())
        .map(link -> split(link, ';'))
        .filter(LinkHeader::isNext)
        .map(parts -> parts.get(0))
        .filter(target -> target.startsWith("<") && target.endsWith(">"))
        .map(target -> target.substring(1, target.length() - 1))
        .findFirst();
  }

  // Only the first rel of a link counts (RFC 8288 §3.3); it may list several relations.
  private static boolean isNext(List<String> parts) {
    return parts.stream()
        .skip(1)
        .map(parameter -> parameter.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("rel"))
        .findFirst()
        .map(pair -> pair[1].strip().replace("\"", ""))
        .filter(
            value ->
                Arrays.asList(value.split("\\s+", -1)).stream().anyMatch("next"::equalsIgnoreCase))
        .isPresent();
  }

  // Separators count neither within <…> nor within quotes.
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    char closing = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (closing != 0) {
        if (closing == '"' && character == '\\') {
          i++;
        } else if (character == closing) {
          closing = 0;
        }
      } else if (character == '<') {
        closing = '>';
      } else if (character == '"') {
        closing = '"';
      } else if (character == separator) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
