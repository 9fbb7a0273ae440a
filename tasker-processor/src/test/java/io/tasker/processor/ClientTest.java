package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients that are generated when asked for. */
class ClientTest {
  private static final String WORKFLOW =
      """
      package shop;

      import io.tasker.annotation.*;
      import java.util.*;

      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        record Item(String sku) {}
        record Order(List<Item> items, String email) {}
        record Email(String email) {}
        record Customer(String customerId) {}
        %s
      }
      """;

  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation =
        Compilations.strict("-Atasker.client=true")
            .compile(
                Compilations.orders(),
                JavaFileObjects.forResource("sources/kinds/Approval.java"),
                JavaFileObjects.forResource("sources/kinds/Nightly.java"));
    assertThat(compilation).succeededWithoutWarnings();
  }

  private static JavaFileObject workflow(String handlers) {
    return JavaFileObjects.forSourceString("shop.Checkout", WORKFLOW.formatted(handlers));
  }

  private static String client(String handlers) {
    Compilation compiled = Compilations.strict("-Atasker.client=true").compile(workflow(handlers));
    assertThat(compiled).succeededWithoutWarnings();
    return Compilations.source(compiled, "shop.CheckoutClient");
  }

  @Test
  void steps_giveTheirResults() throws IOException {
    Goldens.assertMatches(
        "OrderProcessingClient.java",
        Compilations.source(compilation, "com.acme.orders.OrderProcessingClient"));
  }

  @Test
  void decision_givesItsBranches_andWhatLiesBehindThemIsOptional() throws IOException {
    Goldens.assertMatches(
        "ApprovalClient.java", Compilations.source(compilation, "com.acme.kinds.ApprovalClient"));
  }

  @Test
  void batches_giveTheirResults_andFieldsAreAnInput() throws IOException {
    Goldens.assertMatches(
        "NightlyClient.java", Compilations.source(compilation, "com.acme.kinds.NightlyClient"));
  }

  @Test
  void adaptersAndClient_haveAtMost40LinesForEachHandler() {
    String client = Compilations.source(compilation, "com.acme.orders.OrderProcessingClient");
    String steps = Compilations.source(compilation, "com.acme.orders.OrderProcessing_Steps");

    assertThat(client.lines().count() + steps.lines().count()).isLessThanOrEqualTo(5 * 40);
  }

  @Test
  void withoutTheOption_thereIsNone() {
    assertThat(Compilations.compile(Compilations.orders()).generatedSourceFiles())
        .noneMatch(file -> file.getName().endsWith("Client.java"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // No step reads the input.
        "@Handler static int a() { return 1; } | submit()",
        "@Handler static int a(@Input Order order) { return 1; } | submit(Checkout.Order input)",
        "@Handler static int a(@Input Optional<Order> order) { return 1; }"
            + " | submit(Checkout.Order input)",
        "@Handler static int a(@Input Map<String, Integer> all) { return 1; }"
            + " | submit(Map<String, Integer> input)",
        // The record that has what the others need.
        "@Handler static int a(@Input Email email) { return 1; }"
            + " @Handler static int b(@Input Order order) { return 1; }"
            + " | submit(Checkout.Order input)",
        "@Handler static int a(@Input Order order, @Input(value = \"x\", defaultValue = \"1\") int x)"
            + " { return 1; } | submit(Checkout.Order input)",
        // No record has all of it.
        "@Handler static int a(@Input Order order) { return 1; }"
            + " @Handler static int b(@Input Customer customer) { return 1; }"
            + " | submit(Map<String, ?> input)",
        "@Handler static int a(@Input Order order, @Input(\"x\") int x) { return 1; }"
            + " | submit(Map<String, ?> input)",
        // Fields only: what is needed is in the constructor.
        "@Handler static int a(@Input(\"b\") int b, @Input(\"a\") String a) { return 1; }"
            + " | Input(String a, int b)",
        "@Handler static int a(@Input(\"n\") long n) { return 1; }"
            + " @Handler static int b(@Input(\"n\") int n) { return 1; } | Input(int n)",
        "@Handler static int a(@Input(\"o\") Email o) { return 1; }"
            + " @Handler static int b(@Input(\"o\") Order o) { return 1; } | Input(Checkout.Order o)",
        "@Handler static int a(@Input(\"o\") Customer o) { return 1; }"
            + " @Handler static int b(@Input(\"o\") Order o) { return 1; } | Input(Object o)",
        "@Handler static int a(@Input(value = \"n_x\", defaultValue = \"2\") int n) { return 1; }"
            + " | Input nX(int value)",
        "@Handler static int a(@Input(\"n\") Optional<Order> n) { return 1; }"
            + " | Input n(Checkout.Order value)",
        "@Handler static int a(@Input(\"n\") OptionalInt n) { return 1; } | Input n(int value)",
        "@Handler static int a(@Input(\"class\") int n) { return 1; } | Input(int class_)",
        "@Handler static int a(@Input(\"*/\") int n) { return 1; } | Input(int field)",
        "@Handler static int a(@Input(\"fields\") int n, @Input(\"Fields\") int m) { return 1; }"
            + " | Input(int fields_, int fields__)"
      })
  void input_isWhatTheStepsRead(String handlers, String expected) {
    assertThat(client(handlers))
        .contains("public " + (expected.startsWith("submit") ? handle() : "") + expected);
  }

  private static String handle() {
    return "TypedTaskHandle<Results> ";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Handler static int a() { return 1; } | public int a()",
        "@Handler static Optional<Long> a() { return Optional.empty(); }"
            + " | public Optional<Long> a()",
        "@Handler static OptionalInt a() { return OptionalInt.empty(); }"
            + " | public Optional<Integer> a()",
        "@Handler static List<? extends Number> a() { return List.of(); }"
            + " | public List<? extends Number> a()",
        "@Handler static int[] a() { return new int[0]; } | public int[] a()",
        // Names that are taken.
        "@Handler static int task() { return 1; } | public int task_()",
        "@Handler static int orThrow() { return 1; } | public int orThrow_()",
        "@Handler(step = \"get_class\") static int a() { return 1; } | public int getClass_()",
        "@Handler(step = \"new\") static int a() { return 1; } | public int new_()"
      })
  void result_isWhatTheHandlerReturns(String handlers, String expected) {
    assertThat(client(handlers)).contains(expected);
  }

  @Test
  void stepWithoutResult_hasNoMethod() {
    assertThat(client("@Handler static void a() {} @Handler static int b() { return 1; }"))
        .contains(" b()")
        .doesNotContain(" a()");
  }

  @Test
  void typesOfTheUser_mayHaveTheNamesOfTheClient() {
    String text =
        client(
            """
            record Results(Content content) {}
            record Content(int n) {}
            record TaskEngine(int n) {}
            @Handler static Results a(@Input("n") TaskEngine n) { return new Results(new Content(1)); }
            """);

    assertThat(text).contains("Checkout.Results a()", "Input(Checkout.TaskEngine n)");
  }

  @Test
  void nestedWorkflow_hasAFlatClient_asVisibleAsItself() {
    Compilation nested =
        Compilations.strict("-Atasker.client=true")
            .compile(
                JavaFileObjects.forSourceString(
                    "shop.Outer",
                    """
                    package shop;
                    import io.tasker.annotation.*;
                    public final class Outer {
                      @Workflow(namespace = "shop", name = "shown")
                      public static final class Shown {
                        @Handler static int a() { return 1; }
                      }
                      @Workflow(namespace = "shop", name = "hidden")
                      static final class Hidden {
                        @Handler static int b() { return 1; }
                      }
                    }
                    """));

    assertThat(nested).succeededWithoutWarnings();
    assertThat(Compilations.source(nested, "shop.Outer_ShownClient"))
        .contains("\npublic final class Outer_ShownClient extends");
    assertThat(Compilations.source(nested, "shop.Outer_HiddenClient"))
        .contains("\nfinal class Outer_HiddenClient extends");
  }

  @Test
  void handler_mayTakeTheClientOfAnotherWorkflow() {
    Compilation compiled =
        Compilations.strict("-Atasker.client=true")
            .compile(
                workflow("@Handler static int a() { return 1; }"),
                JavaFileObjects.forSourceString(
                    "shop.Caller",
                    """
                    package shop;
                    import io.tasker.annotation.*;
                    @Workflow(namespace = "shop", name = "caller")
                    final class Caller {
                      @Handler static int b(@Provided CheckoutClient checkout) throws Exception {
                        return checkout.submit().await().orThrow().a();
                      }
                    }
                    """));

    assertThat(compiled).succeededWithoutWarnings();
  }

  @Test
  void option_knowsTwoValues() {
    assertThat(Compilations.strict("-Atasker.client=yes").compile(Compilations.orders()))
        .hadErrorContaining(
            "[Tasker/InvalidOption] option tasker.client is 'yes', but it knows 'false' and 'true'"
                + " only.");
  }

  @Test
  void takenName_isAnErrorAtTheWorkflow() {
    JavaFileObject workflow = workflow("@Handler static int a() { return 1; }");
    JavaFileObject taken =
        JavaFileObjects.forSourceString(
            "shop.CheckoutClient", "package shop; final class CheckoutClient {}");

    Compilation asked = Compilations.strict("-Atasker.client=true").compile(workflow, taken);

    assertThat(asked)
        .hadErrorContaining(
            "[Tasker/GeneratedNameCollision] the client generated for Checkout is"
                + " shop.CheckoutClient, but there is one of that name already.")
        .inFile(workflow)
        .onLine(7);
    assertThat(asked).hadErrorCount(1);
    assertThat(Compilations.compile(workflow, taken)).succeededWithoutWarnings();
  }

  @Test
  void client_isDocumented_andSuppressesTheWarningsOfItsTypes() {
    Compilation compiled =
        Compilations.strict("-Atasker.client=true", "-Xdoclint:all/protected")
            .compile(
                JavaFileObjects.forSourceString(
                    "shop.Checkout",
                    """
                    package shop;
                    import io.tasker.annotation.*;
                    import java.util.*;
                    /** A workflow. */
                    @Deprecated
                    @Workflow(namespace = "shop", name = "checkout")
                    public final class Checkout {
                      private Checkout() {}
                      @Deprecated
                      record Old(int n) {}
                      @Handler
                      @SuppressWarnings({"rawtypes", "deprecation"})
                      static List a(@Input("old") Old old, @Input("raw") Optional<List> raw) {
                        return List.of();
                      }
                    }
                    """));

    assertThat(compiled).succeededWithoutWarnings();
  }

  @Test
  void module_canExportItsClient() {
    Compilation compiled =
        Compilations.modular("-Atasker.client=true")
            .compile(
                JavaFileObjects.forSourceString(
                    "module-info",
                    """
                    module shop {
                      requires io.tasker.runtime;
                      exports shop;
                      provides io.tasker.spi.HandlerModule with shop.ShopHandlerModule;
                    }
                    """),
                workflow("@Handler static int a(@Input(\"n\") int n) { return 1; }"));

    assertThat(compiled).succeededWithoutWarnings();
  }
}
