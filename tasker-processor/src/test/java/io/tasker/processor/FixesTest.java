package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last line of a message is an edit that helps. */
class FixesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | Optional<Integer> | int",
        "int | OptionalInt | int",
        "Integer | Optional<Integer> | int",
        "String | Optional<String> | String",
        "List<Integer> | Optional<List<Integer>> | List<Integer>",
        "Map<String, int[]> | Optional<Map<String, int[]>> | Map<String, int[]>",
        "int | Optional<? extends Number> | Number",
      })
  void needlessOptional_namesATypeThatCompiles(String result, String taken, String fix) {
    String steps =
        """
        static <T> T any() { throw new IllegalStateException(); }
        @Handler static %s a() { return any(); }
        @Handler static int b(@Depends("a") %s x) { return 1; }
        """;

    assertThat(fixes(steps.formatted(result, taken))).containsExactly("fix: take " + fix + ".");
    assertThat(fixes(steps.formatted(result, fix))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Long | Optional<Integer> | declare the parameter as Optional<Long>, or change what Checkout.a() returns.",
        "Long | @org.jspecify.annotations.Nullable Integer | declare the parameter as Long, or change what Checkout.a() returns.",
        "Optional<Long> | Optional<Integer> | declare the parameter as Optional<Long>, or change what Checkout.a() returns.",
        "Long | int | declare the parameter as Long, or change what Checkout.a() returns.",
      })
  void typeMismatch_keepsTheOptional(String result, String taken, String fix) {
    String steps =
        """
        @Handler static %s a() { return null; }
        @Handler static int b(@Depends("a") %s x) { return 1; }
        """;

    assertThat(fixes(steps.formatted(result, taken))).containsExactly("fix: " + fix);
  }

  @Test
  void typeMismatch_ofAPath_keepsTheOptional() {
    assertThat(
            fixes(
                """
                record Cart(List<Long> totals, long total) {}
                @Handler static Cart a() { return null; }
                @Handler static int b(@Depends(value = "a", path = "total") Optional<Integer> x) { return 1; }
                @Handler static int c(@Depends(value = "a", path = "totals") String x) { return 1; }
                """))
        .containsExactly(
            "fix: declare it as Optional<Long>, or change what Checkout.a() returns.",
            "fix: declare it as List<Long>, or change what Checkout.a() returns.");
  }

  @Test
  void unknownField_saysWhatToDo() {
    assertThat(
            fixes(
                """
                record Cart(int total) {}
                record Part(int totl) {}
                @Handler static Cart a() { return null; }
                @Handler static int b(@Depends("a") Part x) { return 1; }
                @Handler static int c(@Depends(value = "a", path = "totl") int x) { return 1; }
                @Handler static int d(@Depends(value = "b", path = "x") int x) { return 1; }
                """))
        .containsExactly(
            "fix: correct the name, or take Cart, as Checkout.a() returns it.",
            "fix: correct the path.",
            "fix: remove the path.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Part             | correct the name, or declare 'totl' as Optional<Integer>.",
        "List<Part>       | correct the name, or declare 'totl' as Optional<Integer>.",
        "Rating           | take Cart, as Checkout.a() returns it.",
        "List<Rating>     | take List<Cart>, as Checkout.list() returns it.",
        "Optional<Rating> | take Optional<Cart>, as Checkout.a() returns it.",
        "Wide             | take Cart, as Checkout.a() returns it, or declare 'stars' as Optional<Long>.",
      })
  void unknownField_offersTheTypeOfTheProducer(String taken, String fix) {
    String steps =
        """
        record Cart(int total, String note) {}
        record Part(int totl, String note) {}
        record Rating(int stars) {}
        record Wide(long stars, String note) {}
        @Handler static Cart a() { return null; }
        @Handler static List<Cart> list() { return null; }
        @Handler static int b(@Depends("%s") %s x) { return 1; }
        """;

    assertThat(fixes(steps.formatted(taken.startsWith("List") ? "list" : "a", taken)))
        .containsExactly("fix: " + fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String        | \"maybe\"                       | declare 'x' as Optional<String>",
        "int           | value = \"cart\", path = \"gift\" | declare 'x' as Optional<Integer>",
        "Part          | \"cart\"                        | declare 'gift' as Optional<Integer>",
        "Lines         | \"cart\"                        | declare 'packs' as Optional<Long>",
        "List<Integer> | \"list\"                        | let 'x' hold Optional<Integer>",
      })
  void absence_isTakenByTheWholeType(String taken, String upstream, String fix) {
    assertThat(
            fixes(
                """
                record Line(Optional<Integer> packs) {}
                record Cart(Optional<Integer> gift, List<Line> lines) {}
                record Part(int gift) {}
                record Pack(long packs) {}
                record Lines(List<Pack> lines) {}
                @Handler static Optional<String> maybe() { return Optional.empty(); }
                @Handler static Cart cart() { return null; }
                @Handler static List<Optional<Integer>> list() { return null; }
                @Handler static int b(@Depends(%s) %s x) { return 1; }
                """
                    .formatted(upstream, taken)))
        .containsExactly("fix: " + fix + ", or mark it @Nullable.");
  }

  @Test
  void duplicateCallable_ofTwoWorkflows_namesOneWithTheWorkflow() {
    String workflow =
        """
        package shop;
        import io.tasker.annotation.*;
        @Workflow(namespace = "shop", name = "%s") final class %s {
          @Handler static int pay() { return 1; }
        }
        """;

    assertThat(
            fixes(
                List.of(
                    JavaFileObjects.forSourceString("shop.A", workflow.formatted("orders", "A")),
                    JavaFileObjects.forSourceString("shop.B", workflow.formatted("refunds", "B")))))
        .containsExactly(
            "fix: name one, as @Handler(\"shop_orders_pay\"); a callable is unique among all handlers of an application.",
            "fix: name one, as @Handler(\"shop_refunds_pay\"); a callable is unique among all handlers of an application.");
  }

  @ParameterizedTest
  @CsvSource({"größe, grosse", "caféCrème, cafe_creme", "straßenName, strassen_name"})
  void stepNameWithOtherLetters_isSpelledWithoutThem(String method, String step) {
    String steps = "@Handler%s static int %s() { return 1; }";

    assertThat(fixes(steps.formatted("", method)))
        .containsExactly("fix: name the step: @Handler(step = \"" + step + "\").");
    assertThat(fixes(steps.formatted("(step = \"" + step + "\")", method))).isEmpty();
  }

  private static List<String> fixes(String body) {
    return fixes(
        List.of(
            JavaFileObjects.forSourceString(
                "shop.Checkout",
                """
                package shop;
                import io.tasker.annotation.*;
                import java.util.*;
                @Workflow(namespace = "shop", name = "checkout") final class Checkout {
                %s }
                """
                    .formatted(body))));
  }

  private static List<String> fixes(List<JavaFileObject> sources) {
    return Compilations.strict().compile(sources).diagnostics().stream()
        .filter(diagnostic -> !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).strip())
        .map(message -> message.substring(message.lastIndexOf('\n') + 1).strip())
        .toList();
  }
}
