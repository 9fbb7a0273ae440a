package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A step that does without the result of a branch: Tasker Core creates it together with what it
 * waits for, so one that waits for a single branch is a part of that branch.
 */
class ConvergenceTest {
  private static final String SOURCE =
      """
      package shop;
      import io.tasker.annotation.*;
      import io.tasker.handler.*;
      import java.util.*;
      @Workflow(namespace = "shop", name = "checkout") final class Checkout {
        enum Route { SHIP, HOLD }
        @Handler static int check(@Input("n") int n) { return n; }
        @Handler static Decision<Route> choose(@Depends("check") int n) {
          return Decision.to(n > 0 ? Route.SHIP : Route.HOLD);
        }
        @Handler static int ship() { return 1; }
        @Handler static int hold() { return 2; }
        %s
      }
      """;

  private static final String NOTE =
      "@Handler @SuppressWarnings(\"tasker:NeedlessOptional\") static int note(@Depends(\"check\") int n, @Depends(\"ship\") Optional<Integer> shipped) { return n; }\n";

  @TempDir Path folder;

  @Test
  void decisionOfNoEnum_leavesItOpenWhichStepsAreRoutes() {
    assertThat(
            problems(
                """
                @Handler static Decision<String> other(@Depends("check") int n) { return Decision.to("hold"); }
                @Handler static int end(@Depends("check") Optional<Integer> n) { return 1; }
                """))
        .singleElement()
        .asString()
        .startsWith("[Tasker/DecisionWithoutBranches] decision 'other'");
  }

  @Test
  void optionalResultOfOneBranch_isAlwaysThere() {
    assertThat(problems(NOTE.replace("@SuppressWarnings(\"tasker:NeedlessOptional\") ", "")))
        .containsExactly(
            """
            [Tasker/NeedlessOptional] step 'note' takes the result of 'ship' as Optional, but it runs on route 'ship' only, where that result is always there.
              fix: take int, or let it wait for a step of each other route, too, with @After.""");
  }

  @Test
  void stepOfOneBranch_isNotThereOnAnother() {
    assertThat(
            problems(
                NOTE
                    + "@Handler static int end(@Depends(\"note\") int note, @Depends(\"hold\") Optional<Integer> held) { return 1; }"))
        .containsExactly(
            """
            [Tasker/ConditionalDependency] step 'end' needs the result of 'note', which a decision may leave out.
              'note' runs on route 'ship'
              'hold' runs on route 'hold'
              fix: declare 'note' as Optional<Integer>, or mark it @Nullable.""");
  }

  @Test
  void stepThatWaitsForEachBranch_isThereOnBoth() {
    assertThat(
            problems(
                "@Handler @After(\"hold\") static int note(@Depends(\"ship\") Optional<Integer> shipped) { return 1; }\n"
                    + "@Handler static int end(@Depends(\"note\") int note, @Depends(\"check\") int n) { return 1; }"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, complete", "0, absent"})
  void stepOfOneBranch_runsWithThatBranch(int n, String note) throws Exception {
    assertThat(run(NOTE, n)).isEqualTo(note);
  }

  @ParameterizedTest
  @CsvSource({"1, complete", "0, complete"})
  void stepThatWaitsForEachBranch_runsWithAny(int n, String note) throws Exception {
    assertThat(
            run(
                "@Handler @After(\"hold\") static int note(@Depends(\"ship\") Optional<Integer> shipped) { return 1; }",
                n))
        .isEqualTo(note);
  }

  /** Returns the state of step {@code note}, or {@code absent} if it was never created. */
  private String run(String steps, int n) throws Exception {
    DirectoryCompiler compiler =
        new DirectoryCompiler(folder.resolve("main"))
            .with("shop.Checkout", SOURCE.formatted(steps));
    compiler.compile();
    URL[] classPath = {compiler.output().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader());
        TaskEngine engine = LocalEngine.builder().registry(HandlerRegistry.load(loader)).build()) {
      TaskResult result =
          engine.submit(TaskRequest.of("shop", "checkout").input(Map.of("n", n))).await();
      assertThat(result.orThrow().result("check", Integer.class)).isEqualTo(n);
      return result.steps().stream()
          .filter(step -> step.name().equals("note"))
          .map(StepReport::state)
          .map(state -> state.toString().toLowerCase(Locale.ROOT))
          .findFirst()
          .orElse("absent");
    }
  }

  private static List<String> problems(String steps) {
    return Compilations.compile(
            JavaFileObjects.forSourceString("shop.Checkout", SOURCE.formatted(steps)))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replace("    ", "  "))
        .filter(text -> text.startsWith("[Tasker/"))
        .toList();
  }
}
