package io.tasker.worker;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The address of a database as Tasker Core's programs take it, for JDBC. */
final class DatabaseUrl {
  private static final String FORM = "postgresql://user:password@host:port/database";

  private DatabaseUrl() {}

  /**
   * Returns the address for JDBC.
   *
   * @param url {@code postgresql://user:password@host:port/database}, with what is not a letter or
   *     a digit percent-encoded in user and password, or an address for JDBC
   * @throws IllegalArgumentException if it is neither; the message does not quote it
   */
  static String toJdbc(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return url;
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw unreadable();
    }
    boolean isPostgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!isPostgres || uri.getHost() == null || uri.getRawPath().length() < 2) {
      throw unreadable();
    }
    List<String> parameters = new ArrayList<>();
    if (uri.getRawQuery() != null) {
      parameters.add(uri.getRawQuery());
    }
    if (uri.getRawUserInfo() != null) {
      String[] user = uri.getRawUserInfo().split(":", 2);
      parameters.add("user=" + recoded(user[0]));
      if (user.length == 2) {
        parameters.add("password=" + recoded(user[1]));
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return "jdbc:postgresql://%s%s%s%s"
        .formatted(
            uri.getHost(),
            port,
            uri.getRawPath(),
            parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }

  // A plus sign stands for itself in the user's part of an address.
  private static String recoded(String part) {
    String plain = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("it must have the form " + FORM);
  }
}
