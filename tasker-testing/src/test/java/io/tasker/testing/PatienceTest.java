package io.tasker.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatienceTest {
  private final Patience patience = new Patience(Duration.ofMillis(1));

  @Test
  void handlerThatDoesNotWait_isLeftAlone() throws Exception {
    assertThat(patience.watch("pay", () -> "paid")).isEqualTo("paid");
    assertThatCode(patience::check).doesNotThrowAnyException();
  }

  @Test
  void handlerThatKeepsItsInterrupt_doesNotPassItOn() throws Exception {
    patience.watch(
        "pay",
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "not paid";
        });

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThatThrownBy(patience::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Step 'pay' kept the thread of the test waiting for more than");
  }
}
