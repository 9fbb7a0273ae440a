package io.tasker.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The URL of a request.
 *
 * @param location scheme, authority and path, encoded
 * @param query the parameters, each encoded as {@code name=value}
 */
record RequestUrl(String location, List<String> query) {
  RequestUrl {
    query = List.copyOf(query);
  }

  /** Returns the URL of a path below a base that has no query and no slash at its end. */
  static RequestUrl below(String base, String path) {
    return new RequestUrl(base + RequestPath.of(path), List.of());
  }

  RequestUrl segment(String value) {
    String parent =
        location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    return new RequestUrl(parent + RequestPath.segment(value), query);
  }

  RequestUrl plus(String name, String value) {
    List<String> longer = new ArrayList<>(query);
    longer.add(PercentEncoding.component(name) + "=" + PercentEncoding.component(value));
    return new RequestUrl(location, longer);
  }

  /** Adds a parameter in place of those that have its name. */
  RequestUrl replacing(String name, String value) {
    List<String> others = query.stream().filter(parameter -> !isNamed(parameter, name)).toList();
    return new RequestUrl(location, others).plus(name, value);
  }

  boolean has(String name) {
    return query.stream().anyMatch(parameter -> isNamed(parameter, name));
  }

  URI toUri() {
    return URI.create(query.isEmpty() ? location : location + "?" + String.join("&", query));
  }

  /** Returns what a reference in an answer points to, if that has the same origin. */
  Optional<RequestUrl> sameOrigin(String reference) {
    URI here = toUri();
    return UrlReference.resolve(here, reference)
        .filter(there -> Origin.of(there).equals(Origin.of(here)))
        .map(RequestUrl::of);
  }

  private static RequestUrl of(URI url) {
    String query = url.getRawQuery();
    String text = url.toString();
    return query == null
        ? new RequestUrl(text, List.of())
        : new RequestUrl(text.substring(0, text.indexOf('?')), Arrays.asList(query.split("&", -1)));
  }

  private static boolean isNamed(String parameter, String name) {
    String encoded = PercentEncoding.component(name);
    return Stream.of(encoded, name)
        .anyMatch(text -> parameter.equals(text) || parameter.startsWith(text + "="));
  }
}
