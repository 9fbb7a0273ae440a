package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method with the annotations of a step, but without {@code @Handler}, never runs. */
class MissingHandlerTest {
  private static final String WORKFLOW =
      "@Workflow(namespace = \"shop\", name = \"checkout\") final class Checkout { %s }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static int b(@Depends(\"a\") int a) { return a; }                 | @Depends",
        "static int b(@Input(\"x\") int x) { return x; }                   | @Input",
        "static int b(@Config(\"x\") int x) { return x; }                  | @Config",
        "static int b(@Provided java.time.Clock clock) { return 1; }       | @Provided",
        "@After(\"a\") static int b() { return 1; }                        | @After",
        "@Retry static int b() { return 1; }                               | @Retry",
        "@Timeout(\"30s\") static int b() { return 1; }                    | @Timeout",
        "@FanOut(worker = \"a\") static int b() { return 1; }              | @FanOut",
        "@Publishes(\"b.done\") static int b() { return 1; }               | @Publishes",
        "@Publishes(\"b.done\") @Publishes(\"b.over\") static int b() { return 1; } | @Publishes",
      })
  void annotationOfAStep_wantsAHandler(String method, String annotation) {
    String message =
        "error: [Tasker/MissingHandler] Checkout.b has %s, but no @Handler, so it is no step and never runs."
            .formatted(annotation);

    assertThat(headlines(WORKFLOW.formatted("@Handler static int a() { return 1; } " + method)))
        .containsExactly(message);
    assertThat(headlines("final class Checkout { " + method + " }")).containsExactly(message);
  }

  @Test
  void forgottenHandler_isKnownToOthers() {
    assertThat(
            headlines(
                WORKFLOW.formatted(
                    """
                    enum Route { SHIP, DROP }
                    static int a(@Input("x") int x) { return x; }
                    @Handler static int b(@Depends("a") int a) { return a; }
                    @Handler static Decision<Route> choose(@Depends("b") int b) { return Decision.to(Route.SHIP); }
                    @Handler static int ship() { return 1; }
                    @Retry static int drop() { return 1; }
                    """)))
        .containsExactly(
            "error: [Tasker/MissingHandler] Checkout.a has @Input, but no @Handler, so it is no step and never runs.",
            "error: [Tasker/MissingHandler] Checkout.drop has @Retry, but no @Handler, so it is no step and never runs.");
  }

  @Test
  void workflowWhoseHandlersAreAllForgotten_isToldOncePerMethod() {
    assertThat(headlines(WORKFLOW.formatted("static int a(@Input(\"x\") int x) { return x; }")))
        .hasSize(1);
  }

  @Test
  void methodThatMayBeNoStep_isToldNothingElse() {
    assertThat(
            headlines(
                WORKFLOW.formatted(
                    """
                    @Handler static int a(@Input("x") int x) { return x; }
                    private int a(@Depends("nowhere") Thread thread, int more) { return 1; }
                    """)))
        .containsExactly(
            "error: [Tasker/MissingHandler] Checkout.a has @Depends, but no @Handler, so it is no step and never runs.");
  }

  @Test
  void componentsAndConstructors_bindNothing() {
    assertThat(
            headlines(
                WORKFLOW.formatted(
                    """
                    record Order(@Input("x") int x) {}
                    static final class Pack { Pack(@Provided java.time.Clock clock) {} }
                    @Handler static int a(@Input Order order) { return order.x(); }
                    """)))
        .containsExactly(
            "error: [Tasker/MissingHandler] @Input on 'x' of Checkout.Order has no effect: only a step's parameters are bound.",
            "error: [Tasker/MissingHandler] @Provided on 'clock' of Checkout.Pack has no effect: only a step's parameters are bound.");
  }

  @ParameterizedTest
  @CsvSource({"@Retry(maxAttempts = 2), @Retry", "@Timeout(\"5s\"), @Timeout"})
  void classWithoutSteps_hasNoUseForSettings(String annotation, String shown) {
    assertThat(headlines(annotation + " final class Checkout { static int a() { return 1; } }"))
        .containsExactly(
            "error: [Tasker/MissingHandler] %s of Checkout has no effect: the class has no step."
                .formatted(shown));
  }

  @ParameterizedTest
  @CsvSource({"@Retry(maxAttempts = 2), @Retry", "@Timeout(\"5s\"), @Timeout"})
  void classThatIsNoWorkflow_isWarnedOfSettings(String annotation, String shown) {
    assertThat(
            headlines(
                annotation + " final class Checkout { @Handler static int a() { return 1; } }"))
        .startsWith(
            "warning: [Tasker/SettingMismatch] %s of Checkout has no effect: the class has no @Workflow."
                .formatted(shown));
  }

  @Test
  void forgottenHandler_isToldAtTheMethod() {
    Compilation compilation =
        compile(WORKFLOW.formatted("\n  static int pay(@Input(\"x\") int x) { return x; }\n"));

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getLineNumber()).isEqualTo(5))
        .satisfies(error -> assertThat(error.getColumnNumber()).isEqualTo(14))
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .endsWith("\n    fix: add @Handler, or remove @Input."));
  }

  private static List<String> headlines(String type) {
    return compile(type).diagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[Tasker/"))
        .map(
            diagnostic ->
                diagnostic.getKind().name().toLowerCase(Locale.ROOT)
                    + ": "
                    + diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }

  private static Compilation compile(String type) {
    return Compilations.compile(
        JavaFileObjects.forSourceString(
            "shop.Checkout",
            """
            package shop;
            import io.tasker.annotation.*;
            import io.tasker.handler.*;
            %s
            """
                .formatted(type)));
  }
}
