package io.tasker.http;

import io.tasker.handler.ValidationException;
import java.util.regex.Pattern;

/** Makes paths below the base URL out of what handlers pass, and refuses those that leave it. */
final class RequestPath {
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
  private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

  private RequestPath() {}

  /** Returns the path encoded, empty or with a slash in front. */
  static String of(String path) {
    if (path.startsWith("//") || ABSOLUTE.matcher(path).matches()) {
      throw refused("is not below the base URL; use a client for that URL");
    }
    if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      throw refused("has a query or a fragment; pass parameters with query(name, value)");
    }
    refuseDots(path);
    String encoded = PercentEncoding.path(path);
    return encoded.isEmpty() || encoded.startsWith("/") ? encoded : "/" + encoded;
  }

  /** Returns a value encoded as one segment, with a slash in front. */
  static String segment(String value) {
    if (value.isEmpty() || value.equals(".") || value.equals("..")) {
      throw refused("has the segment \"" + value + "\", which names no resource");
    }
    return "/" + PercentEncoding.component(value);
  }

  // Servers differ in what they decode before they look at dots, so all that some of them take for
  // a step up is refused: escapes, backslashes and matrix parameters.
  private static void refuseDots(String path) {
    if (MALFORMED_ESCAPE.matcher(path).find()) {
      throw refused("has a % without two hexadecimal digits; write %25 or use segment(value)");
    }
    for (String segment : SEPARATORS.split(PercentEncoding.decode(path), -1)) {
      int parameters = segment.indexOf(';');
      String name = parameters < 0 ? segment : segment.substring(0, parameters);
      if (name.equals(".") || name.equals("..")) {
        throw refused("has a \".\" or \"..\" segment; pass values with segment(value)");
      }
    }
  }

  // The path itself is left out: it was made from data, and this message is logged.
  private static ValidationException refused(String why) {
    return new ValidationException("The path of the request " + why, "INVALID_REQUEST");
  }
}
