package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The headlines about decisions and batches, and that one mistake gives one message. */
class StepKindMessagesTest {
  private static final String DECISION =
      """
      enum Route { LEFT, RIGHT }
      @Handler static int start(@Input("n") int n) { return n; }
      @Handler static Decision<Route> route(@Depends("start") int n) { return Decision.to(Route.LEFT); }
      """;

  @Test
  void route_cannotWaitForAnotherRoute() {
    assertThat(
            headlines(
                DECISION
                    + """
                    @Handler static int left() { return 1; }
                    @Handler @After("left") static int right() { return 2; }
                    """))
        .containsExactly(
            "[Tasker/ConditionalDependency] step 'right' is a route of decision 'route', but waits"
                + " for 'left', which runs on another route.");
  }

  @Test
  void stepBelowADecisionButNoRoute_isNeverCreated() {
    assertThat(
            headlines(
                DECISION
                    + """
                    @Handler static int left() { return 1; }
                    @Handler static int right() { return 2; }
                    @Handler @After("route") static int audit() { return 3; }
                    @Handler static int log(@Depends("audit") int audit) { return 4; }
                    @Handler @After({"route", "left"}) static int fine() { return 5; }
                    """))
        .containsExactly(
            "[Tasker/UnroutedStep] step 'audit' depends on decision 'route', but is none of its"
                + " routes, so Tasker Core never creates it.");
  }

  @Test
  void misspelledRoute_isNotToldAgainAtItsStep() {
    assertThat(
            headlines(
                DECISION
                    + """
                    @Handler static int left() { return 1; }
                    @Handler @After("route") static int rigth() { return 2; }
                    """))
        .containsExactly(
            "[Tasker/UnknownRoute] decision 'route' may choose 'right', but no step of Checkout has"
                + " that name.");
  }

  @Test
  void misspelledRoute_isNotToldAgainWhereItsResultIsOptional() {
    assertThat(
            headlines(
                """
                enum Route { SHIP, HOLDD }
                @Handler static int check() { return 1; }
                @Handler static Decision<Route> choose(@Depends("check") int n) { return Decision.to(Route.SHIP); }
                @Handler static int ship() { return 1; }
                @Handler static int hold() { return 1; }
                @Handler static int close(@Depends("ship") Optional<Integer> a, @Depends("hold") Optional<Integer> b) { return 1; }
                """))
        .containsExactly(
            "[Tasker/UnknownRoute] decision 'choose' may choose 'holdd', but no step of Checkout has that name.");
  }

  @Test
  void decisionWithAnUnboundParameter_isNotToldToDependOnNothing() {
    assertThat(
            headlines(
                """
                enum Route { SHIP }
                @Handler static Decision<Route> choose(int n) { return Decision.to(Route.SHIP); }
                @Handler static int ship() { return 1; }
                """))
        .containsExactly(
            "[Tasker/UnboundParameter] nothing supplies parameter 'n' of step 'choose'.");
  }

  @Test
  void constants_standForTheStepsThatTheRuntimeCallsThem() {
    assertThat(
            headlines(
                """
                enum Way { LEFT, Left, turnBack }
                @Handler static int start() { return 1; }
                @Handler static Decision<Way> route(@Depends("start") int n) { return Decision.to(Way.LEFT); }
                @Handler static int left() { return 1; }
                @Handler static int turnBack() { return 2; }
                """))
        .containsExactlyInAnyOrder(
            "[Tasker/DuplicateRoute] decision 'route' has 2 constants for one route, 'left': LEFT"
                + " and Left.",
            "[Tasker/UnknownRoute] decision 'route' may choose 'turnback', but no step of Checkout"
                + " has that name.");
  }

  @Test
  void stepsOfOneRoute_needEachOther() {
    assertThat(
            headlines(
                DECISION
                    + """
                    @Handler static int left() { return 1; }
                    @Handler static int right() { return 2; }
                    @Handler static int further(@Depends("left") int left, @Depends("start") int n) { return 3; }
                    @Handler static int last(@Depends("further") int further, @Depends("left") int left) { return 4; }
                    """))
        .isEmpty();
  }

  @Test
  void routeBelowARoute_needsTheOuterOne() {
    assertThat(
            headlines(
                DECISION
                    + """
                    enum Inner { UP, DOWN }
                    @Handler static int right() { return 2; }
                    @Handler static int left() { return 1; }
                    @Handler static Decision<Inner> again(@Depends("left") int n) { return Decision.to(Inner.UP); }
                    @Handler static int up(@Depends("left") int left) { return 1; }
                    @Handler static int down() { return 1; }
                    @Handler static int both(
                        @Depends("up") Optional<Integer> up,
                        @Depends("down") @Nullable Integer down,
                        @Depends("left") int left) { return 1; }
                    @Handler static int after(@Depends("both") int both, @Depends("left") int left) { return 1; }
                    @Handler static int wrong(@Depends("after") int after, @Depends("right") Optional<Integer> right) { return 1; }
                    """))
        .containsExactly(
            "[Tasker/ConditionalDependency] step 'wrong' needs the result of 'after', which a"
                + " decision may leave out.");
  }

  @Test
  void decisionThatChoosesItself_isACycle() {
    assertThat(
            headlines(
                """
                enum Route { ROUTE }
                @Handler static Decision<Route> route() { return Decision.to(Route.ROUTE); }
                """))
        .containsExactly(
            "[Tasker/DependencyCycle] step 'route' depends on itself, so it can never run.");
  }

  @Test
  void detailsReadTwice_areToldOnce() {
    assertThat(
            headlines(
                DECISION
                    + """
                    @Handler static int left(@Depends("route") String why) { return 1; }
                    @Handler static int right(@Depends("route") String why) { return 2; }
                    """))
        .containsExactly(
            "[Tasker/UncheckedDetails] step 'left' reads the details of decision 'route' as String,"
                + " which is checked at run time only.");
  }

  @Test
  void misspelledWorker_isNotToldAgainAtTheWorker() {
    assertThat(
            headlines(
                """
                @Handler @FanOut(worker = "wrk") static BatchPlan<Void> split(@Input("n") long n) { return BatchPlan.of(n); }
                @Handler static long work(BatchSlice slice) { return 1; }
                """))
        .containsExactly(
            "[Tasker/UnknownBatchWorker] step 'split' names 'wrk' as its batch worker, but no step"
                + " has that name.");
  }

  @Test
  void workerOfTwoAnalyzers_isAMistake() {
    assertThat(
            headlines(
                """
                @Handler @FanOut(worker = "work") static BatchPlan<Void> one(@Input("n") long n) { return BatchPlan.of(n); }
                @Handler @FanOut(worker = "work") static BatchPlan<Void> two(@Input("n") long n) { return BatchPlan.of(n); }
                @Handler static long work(BatchSlice slice) { return 1; }
                """))
        .containsExactly(
            "[Tasker/UnknownBatchWorker] step 'two' names 'work' as its batch worker, but that is"
                + " the worker of 'one' already.");
  }

  @Test
  void elementOfResults_isComparedWithTheWorker() {
    assertThat(
            headlines(
                """
                @Handler @FanOut(worker = "work") static BatchPlan<Void> split(@Input("n") long n) { return BatchPlan.of(n); }
                @Handler static String work(BatchSlice slice) { return ""; }
                @Handler static int total(@Depends("work") BatchResults<Long> all) { return 1; }
                """))
        .containsExactly(
            "[Tasker/DependencyTypeMismatch] step 'total' expects 'work' to produce Long, but it"
                + " produces String.");
  }

  @Test
  void findingsOfAnAnalyzer_areItsResult() {
    assertThat(
            headlines(
                """
                record Found(int rows) {}
                @Handler @FanOut(worker = "work") static BatchPlan<Found> split(@Input("n") long n) { return BatchPlan.of(n); }
                @Handler static String work(BatchSlice slice, @Depends(value = "split", path = "row") int rows) { return ""; }
                """))
        .containsExactly(
            "[Tasker/UnknownField] step 'work' reads 'row' of 'split', but Found has no field"
                + " 'row'.");
  }

  @Test
  void handlersOfOneCallable_differInTheirMethods() {
    assertThat(
            headlines(
                """
                @Handler(value = "pay", method = "charge") static int charge(@Input("n") int n) { return n; }
                @Handler(value = "pay", method = "refund") static int refund(@Input("n") int n) { return n; }
                """))
        .isEmpty();
  }

  private static List<String> headlines(String body) {
    return Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Checkout",
                """
                package shop;
                import io.tasker.annotation.*;
                import io.tasker.handler.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                @Workflow(namespace = "shop", name = "checkout") final class Checkout {
                %s }
                """
                    .formatted(body)))
        .diagnostics()
        .stream()
        .filter(diagnostic -> !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }
}
