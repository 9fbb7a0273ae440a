package io.tasker.benchmarks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapePeerTest {

  @ParameterizedTest
  @EnumSource(ShapePeer.class)
  void eachPeer_runsAllStepsOfAllShapes(ShapePeer peer) throws Exception {
    for (Threads threads : Threads.values()) {
      for (Shape shape : Shape.values()) {
        ExecutorService executor = threads.open();
        try (ShapeRunner runner = peer.open(shape, executor)) {
          assertThat(runner.run().get())
              .as("%s of %s on %s", shape, peer, threads)
              .isEqualTo(expected(shape));
        } finally {
          executor.shutdownNow();
        }
      }
    }
  }

  private static List<Counter> expected(Shape shape) {
    List<Counter> expected = new ArrayList<>(List.of(new Counter(1)));
    expected.addAll(Collections.nCopies(shape.steps() - 1, new Counter(2)));
    return expected;
  }
}
