package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.StepException;
import io.tasker.handler.StepTimeoutException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class TransportFailureTest {
  private static final ApiCall CALL = new ApiCall("GET", "http://a/x", Redaction.NOTHING);

  private static StepException failure(Throwable thrown) {
    return TransportFailure.of(CALL, thrown, Duration.ofSeconds(2));
  }

  @Test
  void timeouts_sayWhatTookTooLong() {
    assertThat(failure(new CompletionException(new HttpConnectTimeoutException("x"))))
        .isInstanceOf(StepTimeoutException.class)
        .hasMessage("GET http://a/x: no connection within the connect timeout");
    assertThat(failure(new HttpTimeoutException("x")))
        .isInstanceOf(StepTimeoutException.class)
        .hasMessage("GET http://a/x: no complete answer within 2000 ms");
  }

  @Test
  void tooLargeBodies_areFoundWhereTheJdkWrapsThem() {
    IOException wrapped = new IOException(new IOException(new ResponseTooLargeException(9)));
    assertThat(failure(wrapped)).hasMessageStartingWith("GET http://a/x: the body exceeds 9 bytes");
  }

  @Test
  void bugs_areNotDressedUp() {
    IllegalArgumentException bug = new IllegalArgumentException("bug");
    assertThatThrownBy(() -> failure(bug)).isInstanceOf(IllegalStateException.class).hasCause(bug);
    AssertionError error = new AssertionError("bug");
    assertThatThrownBy(() -> failure(error)).isSameAs(error);
  }
}
