package io.tasker.http;

import java.util.Comparator;
import java.util.List;

/**
 * The secrets of a request, which must not come back in the message of a failure: servers like to
 * quote the key they refuse.
 */
final class Redaction {
  static final Redaction NOTHING = new Redaction(List.of());

  // A shorter secret is no secret, and replacing it would garble the text.
  private static final int SHORTEST = 4;

  private final List<String> secrets;

  Redaction(List<String> secrets) {
    // The longest first, because one may contain another.
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }
}
