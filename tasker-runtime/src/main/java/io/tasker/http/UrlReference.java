package io.tasker.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** References to other URLs, as servers write them into {@code Location} and {@code Link}. */
final class UrlReference {
  private static final Pattern WEB = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);

  private UrlReference() {}

  /** Returns the URL without fragment, or empty if the reference is not an http or https URL. */
  static Optional<URI> resolve(URI here, String reference) {
    int fragment = reference.indexOf('#');
    String bare = (fragment < 0 ? reference : reference.substring(0, fragment)).strip();
    try {
      URI there = bare.isEmpty() ? here : resolve(here, new URI(bare));
      boolean isWeb =
          there.getScheme() != null
              && WEB.matcher(there.getScheme()).matches()
              && there.getHost() != null
              && there.getRawUserInfo() == null;
      return isWeb ? Optional.of(there) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  // java.net.URI follows an older rule, by which a lone query also removes the last segment, and
  // appends to the host where the path is empty.
  private static URI resolve(URI here, URI reference) throws URISyntaxException {
    boolean isRelative = !reference.isAbsolute() && reference.getRawAuthority() == null;
    if (!isRelative) {
      return here.resolve(reference);
    }
    String path = here.getRawPath().isEmpty() ? "/" : here.getRawPath();
    URI base = new URI(here.getScheme() + "://" + here.getRawAuthority() + path);
    return reference.getRawPath().isEmpty()
        ? new URI(base + "?" + reference.getRawQuery())
        : base.resolve(reference);
  }
}
