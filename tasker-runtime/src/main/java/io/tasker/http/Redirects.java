package io.tasker.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Which redirects are followed, and with what. The JDK's own redirects are not used, because they
 * hand the credentials of one origin to another.
 */
final class Redirects {
  /** How many redirects one request follows. */
  static final int MAX = 5;

  private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** Returns the request to send next, or empty if the answer is for the caller. */
  static Optional<WireRequest> next(WireRequest request, int status, Optional<String> location) {
    if (!FOLLOWED.contains(status)) {
      return Optional.empty();
    }
    return location
        .flatMap(reference -> UrlReference.resolve(request.url(), reference))
        .flatMap(target -> next(request, status, target));
  }

  private static Optional<WireRequest> next(WireRequest request, int status, URI target) {
    Origin here = Origin.of(request.url());
    Origin there = Origin.of(target);
    if (here.scheme().equals("https") && there.scheme().equals("http")) {
      return Optional.empty();
    }
    boolean becomesGet = becomesGet(request.method(), status);
    RequestBody body = becomesGet ? RequestBody.NONE : request.body();
    boolean isElsewhere = !here.equals(there);
    if (isElsewhere && !body.isNone()) {
      return Optional.empty();
    }
    RequestHeaders headers =
        becomesGet ? request.headers().without("Content-Type") : request.headers();
    return Optional.of(
        new WireRequest(
            becomesGet ? "GET" : request.method(),
            target,
            isElsewhere ? headers.withoutPrivate() : headers,
            body));
  }

  // RFC 9110 §15.4: 303 always, 301 and 302 for POST, as every browser has done since.
  private static boolean becomesGet(String method, int status) {
    return status == 303
        ? !method.equals("HEAD")
        : method.equals("POST") && (status == 301 || status == 302);
  }
}
