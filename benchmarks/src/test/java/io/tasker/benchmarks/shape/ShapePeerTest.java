package io.tasker.benchmarks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapePeerTest {

  static Stream<Arguments> peers() {
    return Stream.of(ShapePeer.values())
        .flatMap(
            peer ->
                Stream.of(Threads.values())
                    .filter(peer::runsOn)
                    .map(threads -> Arguments.of(peer, threads)));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void eachPeer_runsAllStepsOfAllShapes(ShapePeer peer, Threads threads) throws Exception {
    for (Shape shape : Shape.values()) {
      ExecutorService executor = threads.open();
      try (ShapeRunner runner = peer.open(shape, executor)) {
        assertThat(runner.run().get()).as("%s", shape).isEqualTo(expected(shape));
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static List<Counter> expected(Shape shape) {
    List<Counter> expected = new ArrayList<>(List.of(new Counter(1)));
    expected.addAll(Collections.nCopies(shape.steps() - 1, new Counter(2)));
    return expected;
  }
}
