package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.Decision;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.util.Map;
import java.util.Optional;

/** The steps of an import that is decided upon and done in batches, as the processor makes them. */
final class Imports {
  enum Route {
    IMPORT_ALL,
    ASK_OWNER
  }

  record Found(String file) {}

  record Part(long first, long rows) {}

  /** What an adapter does with the arguments of a call. */
  private interface Body {
    Object call(StepInvocation invocation);
  }

  private record Adapter(HandlerDescriptor descriptor, Body body) implements StepAdapter {
    @Override
    public Object call(StepInvocation invocation) {
      return body.call(invocation);
    }
  }

  private static final Parameter<Long> ROWS = Parameter.input("rows", JsonType.of(Long.class));
  private static final Parameter<BatchSlice> SLICE = Parameter.slice();
  private static final Parameter<BatchResults<Part>> PARTS =
      Parameter.batchResults("load", JsonType.of(Part.class));

  private Imports() {}

  static HandlerRegistry registry() {
    return HandlerRegistry.empty()
        .register(
            new Adapter(
                handler("decide").decision("import_all", "ask_owner").parameters(ROWS).build(),
                invocation -> decide(invocation.argument(ROWS))))
        .register(
            new Adapter(
                handler("analyze").batchAnalyzer().parameters(ROWS).build(),
                invocation -> analyze(invocation.argument(ROWS))))
        .register(
            new Adapter(
                handler("load").batchWorker().parameters(SLICE).build(),
                invocation -> load(invocation.argument(SLICE))))
        .register(
            new Adapter(
                handler("sum").parameters(PARTS).build(),
                invocation -> sum(invocation.argument(PARTS))));
  }

  private static HandlerDescriptor.Builder handler(String name) {
    return HandlerDescriptor.handler("imports_" + name, name)
        .declaredAt("Imports." + name)
        .result(JsonType.of(Object.class));
  }

  private static Decision<Route> decide(long rows) {
    if (rows == 0) {
      return Decision.skip("empty");
    }
    return rows < 1_000
        ? Decision.to(Route.IMPORT_ALL)
        : Decision.to(Route.IMPORT_ALL, Route.ASK_OWNER).with(Map.of("rows", rows));
  }

  private static BatchPlan<Found> analyze(long rows) {
    return BatchPlan.<Found>of(rows).found(new Found("a.csv"));
  }

  // Loads 40 rows at a time.
  private static BatchProgress<Part> load(BatchSlice slice) {
    long next = Math.min(slice.end(), slice.position() + 40);
    Optional<BatchCheckpoint> last = slice.checkpoint();
    long before = last.map(checkpoint -> checkpoint.accumulated(Part.class).rows()).orElse(0L);
    Part part = new Part(slice.start(), before + next - slice.position());
    return next == slice.end()
        ? BatchProgress.done(part)
        : BatchProgress.checkpoint(next, next - slice.start(), part);
  }

  private static Map<String, Object> sum(BatchResults<Part> parts) {
    long rows = parts.results().stream().mapToLong(Part::rows).sum();
    return Map.of("rows", rows, "planned", parts.isPlanned());
  }
}
