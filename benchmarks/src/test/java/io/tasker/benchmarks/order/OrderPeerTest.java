package io.tasker.benchmarks.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderPeerTest {

  @ParameterizedTest
  @EnumSource(OrderPeer.class)
  void eachPeer_givesTheSameConfirmation(OrderPeer peer) throws Exception {
    for (Threads threads : Threads.values()) {
      ExecutorService executor = threads.open();
      try (OrderRunner runner = peer.open(executor)) {
        assertThat(runner.run(new OrderRequest("ada", 3, 1995)))
            .as("%s on %s", peer, threads)
            .isEqualTo(new Confirmation(5985, 3));
        assertThat(runner.run(new OrderRequest("bob", 2, 10)))
            .as("%s on %s, once more", peer, threads)
            .isEqualTo(new Confirmation(20, 2));
      } finally {
        executor.shutdownNow();
      }
    }
  }
}
