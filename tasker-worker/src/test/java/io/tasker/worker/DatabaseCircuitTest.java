package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseCircuitTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final DatabaseCircuit circuit = new DatabaseCircuit(nanos::get);

  private void failAfterPause() {
    nanos.addAndGet(circuit.pause().toNanos());
    circuit.failed();
  }

  @Test
  void failuresInARow_makeTheWaitLonger_upToABound() {
    assertThat(circuit.pause()).isZero();
    circuit.failed();
    assertThat(circuit.pause()).isEqualTo(Duration.ofMillis(100));
    assertThat(circuit.isOpen()).isFalse();
    failAfterPause();
    failAfterPause();
    assertThat(circuit.pause()).isEqualTo(Duration.ofMillis(400));
    assertThat(circuit.isOpen()).isTrue();
    for (int i = 0; i < 100; i++) {
      failAfterPause();
    }
    assertThat(circuit.pause()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void manyStepsThatLoseOneDatabase_countOnce() {
    for (int i = 0; i < 20; i++) {
      circuit.failed();
    }

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.pause()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aConnectionThatWasLost_opensTheCircuitUntilOneSuccess_andMakesNobodyWait() {
    circuit.lost();

    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.pause()).isZero();

    circuit.succeeded();

    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void oneSuccess_closesTheCircuit() {
    circuit.failed();
    failAfterPause();
    failAfterPause();
    circuit.succeeded();

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.pause()).isZero();
    circuit.failed();
    assertThat(circuit.pause()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void anAbandonedCircuit_isWaitedForByNobody() {
    circuit.failed();
    assertThat(circuit.awaitNextTry()).isTrue();
    circuit.abandon();
    assertThat(circuit.awaitNextTry()).isFalse();
  }
}
