package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headlines of further mistakes, and that one mistake gives one message. */
class MessagesTest {

  @Test
  void severalMistakes_areAllToldAtOnce() {
    assertThat(
            headlines(
                """
                @Handler static int a(int nothing) { return 1; }
                @Handler static String b(@Depends("a") String text, @Depends("x") int unknown) { return ""; }
                @Handler @Timeout("never") int c() { return 1; }
                """))
        .containsExactlyInAnyOrder(
            "[Tasker/UnboundParameter] nothing supplies parameter 'nothing' of step 'a'.",
            "[Tasker/DependencyTypeMismatch] step 'b' expects 'a' to produce String, but it produces int.",
            "[Tasker/UnknownDependency] step 'b' depends on 'x', but no step of Checkout has that name.",
            "[Tasker/HandlerNotStatic] handler method Checkout.c is not static.",
            "[Tasker/InvalidDuration] 'never' is not a duration: write a whole number and ms, s, m, h or d, such as 30s.");
  }

  @Test
  void stepWithABadName_isKnownToOthers() {
    assertThat(
            headlines(
                """
                @Handler(step = "A-B") static int a() { return 1; }
                @Handler static int b(@Depends("A-B") int a) { return a; }
                """))
        .containsExactly(
            "[Tasker/InvalidStepName] 'A-B' is not a step name: use lower_snake_case, starting with a letter.");
  }

  @Test
  void unserializableResult_isNotToldAgainAtItsConsumer() {
    assertThat(
            headlines(
                """
                @Handler static Thread a() { return null; }
                @Handler static int b(@Depends("a") int number) { return number; }
                """))
        .containsExactly(
            "[Tasker/UnserializableResult] step 'a' returns Thread, which cannot be written as JSON: it is a thread.");
  }

  @Test
  void duplicateStep_hidesTheTypesBehindIt() {
    assertThat(
            headlines(
                """
                @Handler static int a() { return 1; }
                @Handler(step = "a") static String again() { return ""; }
                @Handler static int b(@Depends("a") boolean flag) { return 1; }
                """))
        .containsOnly("[Tasker/DuplicateStep] step name 'a' is declared by 2 handlers.")
        .hasSize(2);
  }

  @Test
  void hiddenType_isToldWhereItIsMetFirst() {
    assertThat(
            headlines(
                """
                private record Part(int x) {}
                @Handler static Part a() { return null; }
                @Handler static int b(@Depends("a") Part part) { return 1; }
                @Handler static int c(@Depends("a") Optional<Part> part) { return 1; }
                """))
        .filteredOn(headline -> headline.contains("InaccessibleHandler"))
        .containsExactly(
            "[Tasker/InaccessibleHandler] the result of Checkout.a mentions Part, which is private, so the adapter generated in package shop cannot name it.");
  }

  @Test
  void afterAnUnknownStep_pointsAtTheItem() {
    Compilation compilation =
        compile(
            """
            @Handler static int a() { return 1; }
            @Handler @After({"a", "bb"}) static int b() { return 1; }
            """);

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getLineNumber()).isEqualTo(7);
              assertThat(error.getColumnNumber()).isEqualTo(23);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int          | @Depends(value=\"cart\", path=\"total\") int x | step 'x' reads 'total' of 'cart' as int, but it is BigDecimal.",
        "int          | @Depends(\"nothing\") String x | step 'x' expects 'nothing' to produce String, but it produces nothing.",
        "int          | @Depends(\"maybe\") String x | step 'x' needs the result of 'maybe', which may be absent.",
        "int          | @Depends(value=\"cart\", path=\"note\") String x | step 'x' needs 'note' of 'cart', which may be absent.",
        "int          | @Depends(\"cart\") Part x | step 'x' reads 'total' of 'cart' as int, but it is BigDecimal.",
        "int          | @Depends(\"list\") List<Integer> x | step 'x' reads '[]' of 'list' as int, but it is String.",
      })
  void mismatch_saysWhere(String result, String parameter, String headline) {
    assertThat(
            headlines(
                """
                record Cart(BigDecimal total, Optional<String> note) {}
                record Part(int total) {}
                @Handler static Cart cart() { return null; }
                @Handler static void nothing() {}
                @Handler static Optional<String> maybe() { return Optional.empty(); }
                @Handler static List<String> list() { return List.of(); }
                @Handler static %s x(%s) { return 1; }
                """
                    .formatted(result, parameter)))
        .containsExactly("[Tasker/DependencyTypeMismatch] " + headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int        | 1.5",
        "int        | 3000000000",
        "boolean    | yes",
        "BigDecimal | 1,5",
        "List<Integer> | [1, x]",
        "List<Integer> | [1, 2.5]",
        "java.time.LocalDate | 2026-13-01",
        "UUID       | 42",
        "char       | ab",
        "int        | 1.0",
        "long       | 1e3",
        "Long       | 1e0",
        "byte       | 1.0",
        "java.math.BigInteger | 1e3",
        "BigDecimal | 1e400",
        "double     | 1e400",
        "java.math.BigInteger | 123456789012345678901",
        "Object     | 1e999",
      })
  void defaultOfAnotherType_isAMistake(String type, String text) {
    assertThat(headlines(defaultOf(type, text)))
        .singleElement()
        .satisfies(
            headline ->
                assertThat(headline).startsWith("[Tasker/InvalidDefault] default '" + text + "'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int        | 42",
        "long       | 3000000000",
        "boolean    | true",
        "BigDecimal | 1.50",
        "List<Integer> | [1, 2]",
        "java.time.LocalDate | 2026-12-01",
        "Optional<String> | any text",
        "Map<String, Integer> | {}",
        "String     | ''",
        "BigDecimal | 1e300",
        "double     | 1e3",
        "long       | -0",
        "java.math.BigInteger | 12345678901234567890",
      })
  void defaultOfTheType_isFine(String type, String text) {
    assertThat(headlines(defaultOf(type, text))).isEmpty();
  }

  @Test
  void defaultWithAFieldTwice_isAMistake() {
    assertThat(headlines(defaultOf("Map<String, Integer>", "{\\\"a\\\": 1, \\\"a\\\": 2}")))
        .containsExactly(
            "[Tasker/InvalidDefault] default '{\"a\": 1, \"a\": 2}' of parameter 'x' of step 'a' is not a value of Map<String, Integer>.");
  }

  @Test
  void defaultOfSeveralLines_staysOnTheLineOfTheHeadline() {
    assertThat(headlines(defaultOf("int", "one\\ntwo")))
        .containsExactly(
            "[Tasker/InvalidDefault] default 'one\\ntwo' of parameter 'x' of step 'a' is not a value of int.");
  }

  @Test
  void defaultOfARecord_helpsWithItsFields() {
    String record = "record Cart(int total, Optional<String> note) {}\n";

    assertThat(compile(record + defaultOf("Cart", "{\\\"totl\\\": 1}")).errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT).lines().skip(1).map(String::strip))
                    .containsExactly(
                        "did you mean: 'total'",
                        "known fields: total, note",
                        "fix: write a JSON object with each required field once."));
  }

  @Test
  void timeout_isAtMostWhatATemplateHolds() {
    String step = "@Handler @Timeout(\"%s\") static int a() { return 1; }";

    assertThat(headlines(step.formatted("49710d"))).isEmpty();
    assertThat(headlines(step.formatted("4294967295s"))).isEmpty();
    assertThat(headlines(step.formatted("4294967296s")))
        .containsExactly(
            "[Tasker/InvalidDuration] timeout '4294967296s' is longer than 4294967295s, about 49710d, the most that a task template holds.");
    assertThat(headlines(step.formatted("100000d"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@Input(\"x\") int y | 1",
        "@Input(\"x\") Integer y | 1",
        "@Input In y | 1",
        "@Input(\"x\") Optional<Integer> y | 0",
        "@Input(\"x\") @org.jspecify.annotations.Nullable Integer y | 0",
        "@Input(value = \"x\", defaultValue = \"3\") int y | 0",
        "@Input(\"z\") int y | 0",
        "@Input Out y | 0",
      })
  void defaultOfARequiredField_isNeverUsed(String other, int warnings) {
    assertThat(
            headlines(
                """
                record In(int x) {}
                record Out(Optional<Integer> x) {}
                @Handler static int other(%s) { return 1; }
                %s
                """
                    .formatted(other, defaultOf("int", "2"))))
        .filteredOn(headline -> headline.startsWith("[Tasker/"))
        .hasSize(warnings)
        .allMatch(
            headline ->
                headline.equals(
                    "[Tasker/UnusedDefault] step 'a' has a default for input field 'x', but step"
                        + " 'other' requires the field, so the default is never used."));
  }

  @Test
  void dependencyOnAnotherModule_isAWarningThatCanBeSuppressed() {
    String body =
        "final class Checkout { %s @io.tasker.annotation.Handler static int a(@io.tasker.annotation.Depends(\"x\") int x) { return x; } }";

    assertThat(unresolved(body.formatted("")).warnings())
        .extracting(warning -> warning.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
        .containsExactly(
            "[Tasker/UnknownDependency] step 'a' depends on 'x', but no step has that name.");
    assertThat(
            unresolved(body.formatted("@SuppressWarnings(\"tasker:UnknownDependency\")"))
                .warnings())
        .isEmpty();
  }

  private static Compilation unresolved(String source) {
    return Compiler.javac()
        .withProcessors(new TaskerProcessor())
        .withOptions("-Atasker.unresolved=warn")
        .compile(JavaFileObjects.forSourceString("shop.Checkout", "package shop;\n" + source));
  }

  private static String defaultOf(String type, String text) {
    return "@Handler static int a(@Input(value = \"x\", defaultValue = \"%s\") %s x) { return 1; }"
        .formatted(text, type);
  }

  private static List<String> headlines(String body) {
    return compile(body).diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }

  private static Compilation compile(String body) {
    return Compilations.compile(
        JavaFileObjects.forSourceString(
            "shop.Checkout",
            """
            package shop;
            import io.tasker.annotation.*;
            import java.math.BigDecimal;
            import java.util.*;
            @Workflow(namespace = "shop", name = "checkout") final class Checkout {
            %s }
            """
                .formatted(body)));
  }
}
