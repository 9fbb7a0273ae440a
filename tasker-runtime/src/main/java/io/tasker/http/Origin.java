package io.tasker.http;

import java.net.URI;
import java.util.Locale;

/**
 * Whom a URL talks to. Credentials go to no other origin than that of the base URL.
 *
 * @param scheme http or https
 * @param host the host in lower case
 * @param port the port, written out where the URL leaves it to the scheme
 */
record Origin(String scheme, String host, int port) {
  static Origin of(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port);
  }
}
