package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.TemplateRegistration.Version;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnservedTemplatesTest {
  private static final Version ONE =
      new Version(new UUID(0, 1), LocalDateTime.of(2026, 1, 1, 0, 0));
  private static final Version OTHER =
      new Version(new UUID(0, 1), LocalDateTime.of(2026, 1, 1, 0, 1));

  private long nanos = Long.MAX_VALUE - 5;

  private boolean isGivenUp(UnservedTemplates unserved, Version template, long seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
    return unserved.isGivenUp(template, false);
  }

  @Test
  void aTemplateIsGivenUp_onceNobodyServedItForAQuarterOfAMinute() {
    UnservedTemplates unserved = new UnservedTemplates(() -> nanos, Duration.ofMinutes(10));

    assertThat(isGivenUp(unserved, ONE, 0)).isFalse();
    assertThat(isGivenUp(unserved, ONE, 14)).isFalse();
    assertThat(isGivenUp(unserved, OTHER, 1)).isFalse();
    assertThat(isGivenUp(unserved, ONE, 0)).isTrue();
  }

  @Test
  void whoeverConnectsAgain_isWaitedForAnew() {
    UnservedTemplates unserved = new UnservedTemplates(() -> nanos, Duration.ofMinutes(10));

    assertThat(isGivenUp(unserved, ONE, 0)).isFalse();
    assertThat(unserved.isGivenUp(ONE, true)).isFalse();
    assertThat(isGivenUp(unserved, ONE, 60)).isFalse();
  }

  @Test
  void nobodyIsWaitedFor_longerThanTheWorkerLeavesSteps() {
    UnservedTemplates unserved = new UnservedTemplates(() -> nanos, Duration.ofSeconds(2));

    assertThat(isGivenUp(unserved, ONE, 0)).isFalse();
    assertThat(isGivenUp(unserved, ONE, 2)).isTrue();
    assertThat(new UnservedTemplates(() -> nanos, Duration.ZERO).isGivenUp(ONE, false)).isTrue();
  }
}
