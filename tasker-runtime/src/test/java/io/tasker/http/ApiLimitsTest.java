package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.handler.RetryableException;
import io.tasker.handler.StepTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ApiLimitsTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);

  /** Answers with headers and then a body that never ends, until the client is gone. */
  private boolean trickle(OutputStream out) {
    try {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(new byte[1024]);
        out.flush();
        arrived.countDown();
      }
    } catch (IOException e) {
      gone.countDown();
      return false;
    }
  }

  /** Never answers. */
  private LocalServer silent() {
    return new LocalServer(
        request -> {
          arrived.countDown();
          gone.await();
          return out -> false;
        });
  }

  @Test
  void serverThatDoesNotAnswer_isATimeout() throws Exception {
    try (LocalServer server = silent();
        ApiClient api =
            ApiClient.builder(server.url()).requestTimeout(Duration.ofMillis(100)).build()) {
      StepTimeoutException failure =
          catchThrowableOfType(StepTimeoutException.class, () -> api.get("slow"));
      assertThat(failure)
          .hasMessage("GET " + server.url() + "/slow: no complete answer within 100 ms");
      assertThat(failure.errorType()).isEqualTo("timeout");
      assertThat(failure.context())
          .containsEntry("classification", "network_error")
          .containsEntry("url", server.url() + "/slow");
      gone.countDown();
    }
  }

  @Test
  void bodyThatNeverEnds_isATimeoutAndIsGivenUp() throws Exception {
    try (LocalServer server = LocalServer.always(this::trickle);
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(2_000_000_000).build()) {
      ApiRequest request = api.request("GET", "x").timeout(Duration.ofMillis(200));
      assertThatThrownBy(request::exchange).isInstanceOf(StepTimeoutException.class);
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void bodyBeyondTheLimit_isPermanentAndNamesIt() throws Exception {
    try (LocalServer server = LocalServer.always(this::trickle);
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(5000).build()) {
      PermanentApiException failure =
          catchThrowableOfType(PermanentApiException.class, () -> api.get("big"));
      assertThat(failure)
          .hasMessage(
              "GET %s/big: the body exceeds 5000 bytes; ask for less or raise maxResponseBytes"
                  .formatted(server.url()));
      assertThat(failure.code()).contains("RESPONSE_TOO_LARGE");
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void bodyOfExactlyTheLimit_isRead() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(200, "x".repeat(5000)));
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(5000).build()) {
      assertThat(api.get("x").bytes()).hasSize(5000);
    }
  }

  @Test
  void bodyOfAFailureBeyondTheLimit_isCut() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(503, "x".repeat(100_000)));
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(5000).build()) {
      ApiResponse response = api.request("GET", "x").exchange();
      assertThat(response.bytes()).hasSize(5000);
      assertThat(response.failure()).hasMessage("HTTP 503: Service Unavailable");
    }
  }

  @Test
  void refusedConnection_isRetryable() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (ApiClient api = ApiClient.of("http://127.0.0.1:" + port)) {
      RetryableApiException failure =
          catchThrowableOfType(RetryableApiException.class, () -> api.get("x"));
      assertThat(failure)
          .hasMessage(
              "GET http://127.0.0.1:%d/x: the connection failed (ConnectException)"
                  .formatted(port));
      assertThat(failure.errorType()).isEqualTo("connection_error");
      assertThat(failure.code()).contains("CONNECTION_ERROR");
      assertThat(failure.status()).isEmpty();
      assertThat(failure.context()).containsEntry("classification", "network_error");
    }
  }

  @Test
  void unknownHost_isRetryable() {
    try (ApiClient api = ApiClient.of("http://nowhere.invalid")) {
      assertThatThrownBy(() -> api.get("x")).isInstanceOf(RetryableApiException.class);
    }
  }

  @Test
  void truncatedBody_isRetryable() throws Exception {
    byte[] start =
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":".getBytes(StandardCharsets.US_ASCII);
    try (LocalServer server =
            LocalServer.always(
                out -> {
                  out.write(start);
                  return false;
                });
        ApiClient api = ApiClient.of(server.url())) {
      RetryableApiException failure =
          catchThrowableOfType(RetryableApiException.class, () -> api.post("x", 1));
      assertThat(failure.code()).contains("CONNECTION_ERROR");
    }
  }

  @Test
  void answerThatIsNoHttp_isRetryable() throws Exception {
    try (LocalServer server =
            LocalServer.always(
                out -> {
                  out.write("SSH-2.0-secret\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  return false;
                });
        ApiClient api = ApiClient.of(server.url())) {
      assertThatThrownBy(() -> api.post("x", 1))
          .isInstanceOf(RetryableApiException.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void interruptedCaller_cancelsTheRequestAndStaysInterrupted() throws Exception {
    AtomicReference<RetryableException> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    try (LocalServer server = LocalServer.always(this::trickle);
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(2_000_000_000).build()) {
      Thread caller =
          new Thread(
              () -> {
                thrown.set(catchThrowableOfType(RetryableException.class, () -> api.get("x")));
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      arrived.await();
      caller.interrupt();
      caller.join();
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(thrown.get())
        .hasMessageContaining("the calling thread was interrupted")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(thrown.get().code()).contains("INTERRUPTED");
    assertThat(flag.get()).isTrue();
  }

  @Test
  void callerThatIsInterruptedAlready_sendsNothing() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{}"));
        ApiClient api = ApiClient.of(server.url())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> api.get("x")).hasCauseInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void async_completesWithTheAnswer() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{\"a\":1}"));
        ApiClient api = ApiClient.of(server.url())) {
      CompletableFuture<ApiResponse> future =
          api.request("GET", "x").sendAsync().toCompletableFuture();
      assertThat(future.get().json().path("a").intValue()).isEqualTo(1);
    }
  }

  @Test
  void async_failsAsTheCallThatWaits() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(503, ""));
        ApiClient api = ApiClient.of(server.url())) {
      ApiRequest request = api.request("GET", "x");
      CompletableFuture<ApiResponse> sent = request.sendAsync().toCompletableFuture();
      assertThatThrownBy(sent::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RetryableApiException.class);
      assertThat(request.exchangeAsync().toCompletableFuture().get().status()).isEqualTo(503);
    }
  }

  @Test
  void async_timesOut() throws Exception {
    try (LocalServer server = silent();
        ApiClient api = ApiClient.of(server.url())) {
      CompletableFuture<ApiResponse> sent =
          api.request("GET", "x").timeout(Duration.ofMillis(100)).sendAsync().toCompletableFuture();
      assertThatThrownBy(sent::get).hasCauseInstanceOf(StepTimeoutException.class);
      gone.countDown();
    }
  }

  @Test
  void async_cancelled_endsTheTransmission() throws Exception {
    try (LocalServer server = LocalServer.always(this::trickle);
        ApiClient api = ApiClient.builder(server.url()).maxResponseBytes(2_000_000_000).build()) {
      CompletableFuture<ApiResponse> sent =
          api.request("GET", "x").exchangeAsync().toCompletableFuture();
      arrived.await();
      sent.cancel(true);
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
