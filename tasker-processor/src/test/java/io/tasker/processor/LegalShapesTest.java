package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Handlers at the edge of what is allowed compile in the strictest build, generated code included.
 */
class LegalShapesTest {
  private static final String IMPORTS =
      """
      import io.tasker.annotation.*;
      import io.tasker.handler.*;
      import java.math.BigDecimal;
      import java.util.*;
      import java.util.concurrent.*;
      import tools.jackson.databind.JsonNode;
      """;

  @Test
  void arraysGenericsAndOpenJson() {
    compiles(
        """
        record Page<T>(List<T> items, int number) {}
        @Handler static Page<String> page(@Input("names") List<? extends CharSequence> names) {
          return new Page<>(List.of(), names.size());
        }
        @Handler static int[] count(@Depends("page") Page<String> page, @Input("x") Object x) {
          return new int[] {page.number()};
        }
        @Handler static List<String>[] none(@Depends("count") int[] counts, @Depends("page") JsonNode page) {
          return null;
        }
        @Handler static Map<String, List<byte[]>> map(@Depends("count") long[] counts) {
          return Map.of();
        }
        """);
  }

  @Test
  void wrappedResults() {
    compiles(
        """
        @Handler static CompletionStage<StepResult<Integer>> stage() {
          return CompletableFuture.completedFuture(StepResult.success(1));
        }
        @Handler static CompletableFuture<Void> nothing(@Depends("stage") int one) {
          return CompletableFuture.completedFuture(null);
        }
        @Handler static StepResult<?> open() { return StepResult.success("x"); }
        @Handler static Optional<String> maybe(@Depends("open") String any) { return Optional.of(any); }
        @Handler static void end(@Depends("maybe") Optional<String> maybe) {}
        """);
  }

  @Test
  void nullableParameters_byAnyAnnotationOfThatName() {
    Compilation compilation =
        compiles(
            """
            @interface Nullable {}
            @Handler static Optional<Integer> maybe() { return Optional.empty(); }
            @Handler static String take(@Nullable @Depends("maybe") Integer number) { return "" + number; }
            @Handler static String type(@org.jspecify.annotations.Nullable @Depends("maybe") Long number) {
              return "" + number;
            }
            """);

    assertThat(Compilations.source(compilation, "shop.Checkout_Steps"))
        .containsSubsequence(
            "Parameter.dependency(\"maybe\", Integer.class).nullable()",
            "Parameter.dependency(\"maybe\", Long.class).nullable()");
  }

  @Test
  void parametersNamedLikeGeneratedOnes() {
    compiles(
        """
        @Handler static String odd(
            @Input("a") String invocation, @Input("b") String descriptor, @Input("c") String DESCRIPTOR) {
          return invocation + descriptor + DESCRIPTOR;
        }
        """);
  }

  @Test
  void deprecatedAndRaw_areSuppressedThereOnly() {
    Compilation compilation =
        compiles(
            """
            @Deprecated record Old(int number) {}
            @Handler @SuppressWarnings("rawtypes") static Map raw(@Input("list") List list) { return Map.of(); }
            @Handler @Deprecated static Old old() { return new Old(1); }
            @Handler static int clean(@Depends("raw") Map<String, Object> map) { return map.size(); }
            """);

    assertThat(Compilations.source(compilation, "shop.Checkout_Steps"))
        .containsOnlyOnce("@SuppressWarnings(\"rawtypes\")")
        .containsOnlyOnce("@SuppressWarnings(\"deprecation\")");
  }

  @Test
  void stepsWhoseClassNamesWouldBeEqual() {
    compiles(
        """
        @Handler(step = "a_b1") static int first() { return 1; }
        @Handler(step = "a_b_1") static int second() { return 2; }
        @Handler(step = "string") static String string() { return ""; }
        """);
  }

  @Test
  void textThatNeedsEscapes() {
    compiles(
        """
        @Handler("shop::\\"$L*/{@code}\\\\") static String odd(
            @Input(value = "$T */", defaultValue = "line\\n\\"quoted\\" $S") String text) { return text; }
        """);
  }

  @Test
  void parametersNamedLikeClassesAndPackages() {
    compiles(
        """
        @Handler static int pay(@Input("a") int Checkout, @Input("b") int java, @Input("c") int shop) {
          return Checkout + java + shop;
        }
        """);
  }

  @Test
  void textThatCompilersUseForMistakes() {
    Compilation compilation =
        compiles(
            """
            @Handler static String say(@Input(value = "text", defaultValue = "<error>") String text) {
              return text;
            }
            """);

    assertThat(compilation.generatedSourceFile("shop.ShopHandlerModule")).isPresent();
  }

  @Test
  void typesWhoseArgumentsGrowWithoutEnd() {
    compiles(
        """
        static final class Self<T extends List<T>> { public T getSelf() { return null; } }
        @Handler static int grow(@Input("a") Self<?> self) { return 1; }
        """);
  }

  @Test
  void payloadsNamedLikeJavaLang() {
    JavaFileObject override =
        JavaFileObjects.forSourceString(
            "shop.Override", "package shop;\nrecord Override(int value) {}\n");
    JavaFileObject steps =
        JavaFileObjects.forSourceString(
            "shop.Steps",
            """
            package shop;

            import io.tasker.annotation.Handler;
            import io.tasker.annotation.Input;

            final class Steps {
              @Handler
              static Override wrap(@Input("value") int value) {
                return new Override(value);
              }
            }
            """);

    assertThat(Compilations.compile(override, steps)).succeededWithoutWarnings();
  }

  @Test
  void interfaceEnumAndNestedHandlers() {
    assertThat(
            Compilations.compile(
                JavaFileObjects.forSourceString(
                    "shop.Steps",
                    """
                    package shop;

                    import io.tasker.annotation.Depends;
                    import io.tasker.annotation.Handler;

                    interface Steps {
                      @Handler
                      static int one() {
                        return 1;
                      }

                      enum Kind {
                        A;

                        @Handler
                        static int two(@Depends("one") int one) {
                          return one + 1;
                        }
                      }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @Test
  void classWithoutPackage() {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "Hello",
                """
                import io.tasker.annotation.Handler;

                final class Hello {
                  @Handler
                  static String hello() {
                    return "hello";
                  }
                }
                """));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.generatedSourceFile("TaskerHandlerModule")).isPresent();
  }

  @Test
  void beansAndJacksonNames() {
    Compilation compilation =
        compiles(
            """
            static final class Bean {
              public int shown;
              private int hidden;
              public String getFirstName() { return ""; }
              public boolean isOpen() { return hidden == 0; }
              @com.fasterxml.jackson.annotation.JsonIgnore public int getSecret() { return 0; }
            }
            record Named(@com.fasterxml.jackson.annotation.JsonProperty("Total-Amount") BigDecimal total) {}
            enum State { @com.fasterxml.jackson.annotation.JsonProperty("open") OPEN, PAID }
            @Handler static Bean bean() { return new Bean(); }
            @Handler static Named named(@Depends(value = "bean", path = "first_name") String name) {
              return new Named(BigDecimal.ONE);
            }
            @Handler static State state(@Depends(value = "named", path = "Total-Amount") BigDecimal total) {
              return State.OPEN;
            }
            """);

    assertThat(
            Compilations.resource(
                compilation, "META-INF/tasker/templates/shop/checkout-1.0.0.yaml"))
        .contains("shown:", "first_name:", "open:", "Total-Amount:", "enum: [open, PAID]")
        .doesNotContain("secret", "hidden");
  }

  @Test
  void recursiveRecords_areDefinedOnce() {
    Compilation compilation =
        compiles(
            """
            record Tree(String name, List<Tree> children) {}
            @Handler static Tree tree(@Input Tree tree) { return tree; }
            """);

    assertThat(
            Compilations.resource(
                compilation, "META-INF/tasker/templates/shop/checkout-1.0.0.yaml"))
        .contains("$ref:", "$defs:");
  }

  private static Compilation compiles(String body) {
    String source =
        "package shop;\n\n%s\n@Workflow(namespace = \"shop\", name = \"checkout\")\nfinal class Checkout {\n%s}\n"
            .formatted(IMPORTS, body);
    Compilation compilation =
        Compilations.compile(JavaFileObjects.forSourceString("shop.Checkout", source));
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }
}
