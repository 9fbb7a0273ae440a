package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskFailedException;
import io.tasker.engine.LocalEngine;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that was compiled against a generated client gets what the steps returned. */
class ClientRunTest {
  private static final String WORKFLOW =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.handler.*;
      import java.util.*;

      @Workflow(namespace = "shop", name = "checkout", version = "1.2.0")
      final class Checkout {
        record Line(String sku, int count) {}
        enum Way { BIG, SMALL, SPLIT }
        record Found(long rows) {}

        @Handler
        static List<Line> lines(@Input("sku") String sku, @Input(value = "count", defaultValue = "2") int count) {
          return List.of(new Line(sku, count));
        }

        @Handler
        static int count(@Depends("lines") List<Line> lines) {
          return lines.get(0).count();
        }

        @Handler
        static Decision<Way> way(@Depends("count") int count) {
          if (count < 0) {
            throw new PermanentException("negative");
          }
          return count == 0 ? Decision.skip("none") : count > 10 ? Decision.to(Way.BIG, Way.SPLIT) : Decision.to(Way.SMALL);
        }

        @Handler
        static String big() { return "big"; }

        @Handler
        static String small() { return "small"; }

        @Handler
        @FanOut(worker = "part", batchSize = 10)
        static BatchPlan<Found> split(@Depends("count") int count) {
          return BatchPlan.<Found>of(count == 99 ? 0 : count).found(new Found(count));
        }

        @Handler
        static BatchProgress<Long> part(BatchSlice slice) { return BatchProgress.done(slice.size()); }

        @Handler
        static Optional<String> nothing(@Depends("lines") List<Line> lines) { return Optional.empty(); }
      }
      """;

  private static final String CALLER =
      """
      package shop;

      import io.tasker.TaskEngine;
      import java.time.Duration;
      import java.util.*;

      public final class Caller {
        public static List<Object> call(TaskEngine engine, int count) throws Exception {
          CheckoutClient client = new CheckoutClient(engine);
          CheckoutClient.Input input = new CheckoutClient.Input("A-1");
          if (count != 2) {
            input.count(count);
          }
          CheckoutClient.Results results = client.submit(input).await().orThrow();
          List<Checkout.Line> lines = results.lines();
          int one = results.count();
          return Arrays.asList(
              lines.get(0).count(), one, results.way(), results.big(), results.small(),
              results.split().map(Checkout.Found::rows), results.part(), results.nothing());
        }

        public static Object failed(TaskEngine engine) throws Exception {
          return new CheckoutClient(engine).submit(new CheckoutClient.Input("A-1").count(-1)).await().way();
        }

        public static Object settings(TaskEngine engine) throws Exception {
          var input = new CheckoutClient.Input("A-1");
          var client = new CheckoutClient(engine);
          var task = client.submit(input, request -> request.idempotencyKey("once"));
          int early = task.await(Duration.ofMinutes(1)).count();
          int later = task.completion().toCompletableFuture().get().count();
          var read = new CheckoutClient.Results(task.task().await());
          assert task.id().equals(read.task().id());
          return early + later + read.count();
        }
      }
      """;

  @TempDir Path folder;
  private URLClassLoader loader;
  private TaskEngine engine;

  @BeforeEach
  void compile() throws IOException {
    DirectoryCompiler compiler = new DirectoryCompiler(folder).option("-Atasker.client=true");
    compiler.with("shop.Checkout", WORKFLOW).with("shop.Caller", CALLER).compile();
    loader =
        new URLClassLoader(
            new URL[] {compiler.output().toUri().toURL()}, getClass().getClassLoader());
    engine = LocalEngine.builder().registry(HandlerRegistry.load(loader)).build();
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    loader.close();
  }

  private Object call(String method, Class<?>[] types, Object... arguments) throws Exception {
    try {
      return loader.loadClass("shop.Caller").getMethod(method, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private List<String> results(int count) throws Exception {
    Class<?>[] types = {TaskEngine.class, int.class};
    return ((List<?>) call("call", types, engine, count)).stream().map(String::valueOf).toList();
  }

  @Test
  void oneBranch() throws Exception {
    assertThat(results(2))
        .containsExactly(
            "2",
            "2",
            "[SMALL]",
            "Optional.empty",
            "Optional[small]",
            "Optional.empty",
            "BatchResults[results=[], isPlanned=false]",
            "Optional.empty");
  }

  @Test
  void severalBranches_withBatches() throws Exception {
    assertThat(results(25))
        .containsExactly(
            "25",
            "25",
            "[BIG, SPLIT]",
            "Optional[big]",
            "Optional.empty",
            "Optional[25]",
            "BatchResults[results=[10, 10, 5], isPlanned=true]",
            "Optional.empty");
  }

  @Test
  void noBatches_areNotPlanned() throws Exception {
    assertThat(results(99)).contains("BatchResults[results=[], isPlanned=false]");
  }

  @Test
  void noBranch() throws Exception {
    assertThat(results(0)).contains("[]").doesNotContain("Optional[small]");
  }

  @Test
  void failedTask_isAnExceptionWhereOneIsAskedFor() {
    assertThatExceptionOfType(TaskFailedException.class)
        .isThrownBy(() -> results(-1))
        .withMessageContaining("negative");
  }

  @Test
  void failedStep_hasNoResult() {
    assertThatIllegalStateException()
        .isThrownBy(() -> call("failed", new Class<?>[] {TaskEngine.class}, engine))
        .withMessageContaining("step 'way' has no result, it is error (negative)");
  }

  @Test
  void request_canBeAddedTo_andResultsReadLater() throws Exception {
    Class<?>[] types = {TaskEngine.class};

    assertThat(call("settings", types, engine)).isEqualTo(6);
    assertThatExceptionOfType(io.tasker.DuplicateTaskException.class)
        .isThrownBy(() -> call("settings", types, engine));
  }
}
