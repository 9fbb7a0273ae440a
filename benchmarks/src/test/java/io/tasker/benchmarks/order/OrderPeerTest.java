package io.tasker.benchmarks.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderPeerTest {

  static Stream<Arguments> peers() {
    return Stream.of(OrderPeer.values())
        .flatMap(
            peer ->
                Stream.of(Threads.values())
                    .filter(peer::runsOn)
                    .map(threads -> Arguments.of(peer, threads)));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void eachPeer_givesTheSameConfirmation(OrderPeer peer, Threads threads) throws Exception {
    ExecutorService executor = threads.open();
    try (OrderRunner runner = peer.open(executor)) {
      assertThat(runner.run(new OrderRequest("ada", 3, 1995))).isEqualTo(new Confirmation(5985, 3));
      assertThat(runner.run(new OrderRequest("bob", 2, 10)))
          .as("once more")
          .isEqualTo(new Confirmation(20, 2));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void structuredScopes_areMeasuredWhereTheJdkHasThem() {
    assertThat(OrderPeer.STRUCTURED_TASK_SCOPE.runsOn(Threads.POOL_OF_2))
        .isEqualTo(Runtime.version().feature() == 25);
  }
}
