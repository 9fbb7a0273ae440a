package io.tasker.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of the parts of a URL, as UTF-8 (RFC 3986). */
final class PercentEncoding {
  private static final String UNRESERVED = "-._~";
  private static final String PATH = UNRESERVED + "!$&'()*+,;=:@/%";

  private PercentEncoding() {}

  /** Encodes a value so that it stands for itself in a segment or a query. */
  static String component(String text) {
    return encode(text, UNRESERVED);
  }

  /** Encodes what a path may not hold; its slashes and escapes stay. */
  static String path(String text) {
    return encode(text, PATH);
  }

  /** Decodes well-formed escapes; a plus sign stays. */
  static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text, String marks) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isLetterOrDigit(character) || marks.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append('%').append("%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}
