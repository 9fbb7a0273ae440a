package io.tasker.http;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request and its redirects, from the first byte to the last.
 *
 * <p>The time limit is kept here and not by the JDK, whose own ends with the headers and would wait
 * forever for the rest of a body. Whatever ends the result, be it the limit, a cancellation or an
 * answer, also ends the transmission under way.
 */
final class Exchange {
  private final HttpClient http;
  private final int maxBytes;
  private final CompletableFuture<HttpResponse<byte[]>> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> transmission;

  private Exchange(HttpClient http, int maxBytes) {
    this.http = http;
    this.maxBytes = maxBytes;
  }

  /** Sends the request. Failures are those of the JDK, not yet what they mean to a step. */
  static CompletableFuture<HttpResponse<byte[]>> start(
      HttpClient http, WireRequest request, Duration timeout, int maxBytes) {
    Exchange exchange = new Exchange(http, maxBytes);
    CompletableFuture<?> unused =
        exchange.result.whenComplete((response, failure) -> exchange.end());
    exchange.transmit(request, 0);
    return exchange.result.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void transmit(WireRequest request, int redirects) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request.toHttpRequest(), CappedBody.upTo(maxBytes));
    transmission = sent;
    if (result.isDone()) {
      // It ended while this was being sent, and looked at the transmission before.
      sent.cancel(true);
    }
    CompletableFuture<?> unused =
        sent.whenComplete(
            (response, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                proceed(request, response, redirects);
              }
            });
  }

  private void proceed(WireRequest request, HttpResponse<byte[]> response, int redirects) {
    try {
      Optional<WireRequest> next =
          Redirects.next(request, response.statusCode(), response.headers().firstValue("Location"));
      if (next.isEmpty()) {
        result.complete(response);
      } else if (redirects == Redirects.MAX) {
        result.completeExceptionally(new TooManyRedirectsException());
      } else {
        transmit(next.get(), redirects + 1);
      }
    } catch (RuntimeException e) {
      // On a thread of the HTTP client, where nobody else would tell the caller.
      result.completeExceptionally(e);
    }
  }

  private void end() {
    CompletableFuture<?> last = transmission;
    if (last != null) {
      last.cancel(true);
    }
  }
}
