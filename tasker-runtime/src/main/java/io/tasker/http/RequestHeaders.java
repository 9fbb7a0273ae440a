package io.tasker.http;

import io.tasker.handler.ValidationException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headers of a request, one value each, by name in any case. Immutable. */
final class RequestHeaders {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
  private static final Set<String> PUBLIC =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private final SortedMap<String, String> values;

  private RequestHeaders(SortedMap<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  static RequestHeaders empty() {
    return new RequestHeaders(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  /** Returns these headers and one more, in place of one that has its name. */
  RequestHeaders with(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    if (!NAME.matcher(name).matches()) {
      throw new ValidationException(
          "\"%s\" is not the name of a header".formatted(name), "INVALID_REQUEST");
    }
    if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      throw new ValidationException(
          "The header %s is set by the client itself".formatted(name), "INVALID_REQUEST");
    }
    // The value stays out of the message, because it may be a secret.
    if (!VALUE.matcher(value).matches()) {
      throw new ValidationException(
          "The value of the header %s has a line break or another character outside ASCII"
              .formatted(name),
          "INVALID_REQUEST");
    }
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new RequestHeaders(more);
  }

  RequestHeaders withDefault(String name, String value) {
    return values.containsKey(name) ? this : with(name, value);
  }

  /** Returns the headers that another origin may see: none that could tell who is calling. */
  RequestHeaders withoutPrivate() {
    SortedMap<String, String> rest = new TreeMap<>(values);
    rest.keySet().removeIf(name -> !PUBLIC.contains(name.toLowerCase(Locale.ROOT)));
    return new RequestHeaders(rest);
  }

  RequestHeaders without(String name) {
    SortedMap<String, String> rest = new TreeMap<>(values);
    rest.remove(name);
    return new RequestHeaders(rest);
  }

  /** Returns name to value, sorted by name. */
  Map<String, String> asMap() {
    return values;
  }
}
