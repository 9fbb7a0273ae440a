package io.tasker.http;

import io.tasker.handler.StepException;
import io.tasker.internal.JacksonCodec;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the requests of one client over its one HTTP client, whose connections they share. */
final class ApiTransport {
  private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);

  private final HttpClient http;
  private final JacksonCodec codec;
  private final Optional<ApiAuth> auth;
  private final int maxBytes;
  private final Clock clock;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  ApiTransport(
      HttpClient http, JacksonCodec codec, Optional<ApiAuth> auth, int maxBytes, Clock clock) {
    this.http = http;
    this.codec = codec;
    this.auth = auth;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  JacksonCodec codec() {
    return codec;
  }

  ApiResponse exchange(
      String method, RequestUrl url, RequestHeaders headers, RequestBody body, Duration timeout) {
    Signed signed = sign(method, url, headers, body);
    if (Thread.currentThread().isInterrupted()) {
      // Nothing is sent for a caller that has to stop; its wait would end at once.
      throw TransportFailure.interrupted(signed.call(), new InterruptedException());
    }
    CompletableFuture<HttpResponse<byte[]>> running = start(signed, timeout);
    try {
      return response(signed.call(), running.get());
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw TransportFailure.interrupted(signed.call(), e);
    } catch (ExecutionException e) {
      throw failure(signed.call(), e.getCause(), timeout);
    }
  }

  /** Applies {@code ending} to the answer. Cancelling the result cancels the request. */
  CompletableFuture<ApiResponse> exchangeAsync(
      String method,
      RequestUrl url,
      RequestHeaders headers,
      RequestBody body,
      Duration timeout,
      UnaryOperator<ApiResponse> ending) {
    Signed signed = sign(method, url, headers, body);
    CompletableFuture<HttpResponse<byte[]>> running = start(signed, timeout);
    // Not on the thread that ended it, which may be the JDK's only one for all its timers.
    CompletableFuture<ApiResponse> result =
        running.handleAsync(
            (response, thrown) -> {
              if (thrown != null) {
                throw failure(signed.call(), thrown, timeout);
              }
              return ending.apply(response(signed.call(), response));
            });
    CompletableFuture<?> unused = result.whenComplete((response, thrown) -> running.cancel(true));
    return result;
  }

  private record Signed(WireRequest request, ApiCall call) {}

  private Signed sign(String method, RequestUrl url, RequestHeaders headers, RequestBody body) {
    if (auth.isEmpty()) {
      return new Signed(
          new WireRequest(method, url.toUri(), headers, body),
          new ApiCall(method, url.location(), Redaction.NOTHING));
    }
    ApiAuth by = auth.get();
    String secret = by.secretNow();
    return new Signed(
        new WireRequest(method, by.sign(url, secret).toUri(), by.sign(headers, secret), body),
        new ApiCall(method, url.location(), by.redaction(secret)));
  }

  private CompletableFuture<HttpResponse<byte[]>> start(Signed signed, Duration timeout) {
    if (isClosed.get()) {
      throw new IllegalStateException(signed.call() + ": the client is closed");
    }
    return Exchange.start(http, signed.request(), timeout, maxBytes);
  }

  private ApiResponse response(ApiCall call, HttpResponse<byte[]> received) {
    ApiResponse response = new ApiResponse(call, received, codec, clock.instant());
    LOG.debug("{}", response);
    return response;
  }

  private static StepException failure(ApiCall call, Throwable thrown, Duration timeout) {
    StepException failure = TransportFailure.of(call, thrown, timeout);
    LOG.debug("{}", failure.getMessage());
    return failure;
  }

  void close() {
    // Since JDK 21 the client can be closed, which waits for requests under way.
    if (isClosed.compareAndSet(false, true) && (Object) http instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("The HTTP client could not be closed", e);
      }
    }
  }
}
