package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LooksTest {
  private static final int AT_ONCE = 16;
  private static final int MANY = 20_000;

  private final Looks looks = new Looks(new HandTimer(), new PollPace(Duration.ofSeconds(1)));

  @Test
  void looks_areMadeSixteenAtOnce() throws Exception {
    BlockingQueue<CompletableFuture<Integer>> begun = new LinkedBlockingQueue<>();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int each = 0; each <= AT_ONCE; each++) {
      answers.add(
          looks
              .look(
                  () -> {
                    CompletableFuture<Integer> call = new CompletableFuture<>();
                    begun.add(call);
                    return call;
                  })
              .toCompletableFuture());
    }
    assertThat(begun).hasSize(AT_ONCE);

    for (int each = 0; each <= AT_ONCE; each++) {
      begun.take().complete(each);
    }
    for (CompletableFuture<Integer> answer : answers) {
      assertThat(answer.get(30, TimeUnit.SECONDS)).isBetween(0, AT_ONCE);
    }
  }

  @Test
  void looksThatCannotBegin_failEachForItself() {
    CompletableFuture<Integer> first = new CompletableFuture<>();
    for (int each = 0; each < AT_ONCE; each++) {
      var unused = looks.look(() -> first);
    }
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int each = 0; each < MANY; each++) {
      answers.add(
          looks
              .<Integer>look(
                  () -> {
                    throw new IllegalStateException("The client is closed");
                  })
              .toCompletableFuture());
    }
    first.complete(0);

    for (CompletableFuture<Integer> answer : answers) {
      assertThatThrownBy(answer::join).hasCauseInstanceOf(IllegalStateException.class);
    }
  }
}
