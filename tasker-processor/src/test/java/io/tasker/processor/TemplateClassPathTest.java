package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates name handlers of other artifacts on the class path. */
class TemplateClassPathTest {
  private static final String CARTS =
      """
      package carts;

      import io.tasker.annotation.Handler;
      import io.tasker.annotation.Input;

      public final class Carts {
        public record Cart(int items) {}

        @Handler("carts::Read")
        static Cart read(@Input("items") int items) {
          return new Cart(items);
        }
      }
      """;

  private static final String CHARGES =
      """
      package shop;

      import io.tasker.annotation.Depends;
      import io.tasker.annotation.Handler;

      final class Charges {
        @Handler
        static int charge(@Depends("cart") %s cart) {
          return 1;
        }
      }
      """;

  private static final String TEMPLATE =
      """
      name: orders
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: cart, handler: {callable: "carts::Read"}}
        - {name: charge, dependencies: [cart], handler: {callable: charge}}
      """;

  @TempDir Path folder;
  private DirectoryCompiler library;
  private DirectoryCompiler main;
  private Path templates;

  @BeforeEach
  void compileLibrary() throws IOException {
    templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("orders.yaml"), TEMPLATE);
    library = new DirectoryCompiler(folder.resolve("library")).with("carts.Carts", CARTS);
    library.compile();
    main = new DirectoryCompiler(folder.resolve("main"), library.output());
    main.option("-Atasker.templates=" + templates);
  }

  @Test
  void handlerOfALibrary_isFoundByItsCallable() throws IOException {
    main.with("shop.Charges", CHARGES.formatted("carts.Carts.Cart")).compile();

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("shop/orders-1.0.0.yaml")
        .doesNotContain("Carts");
  }

  @Test
  void handlerOfALibrary_isChecked() throws IOException {
    assertThat(main.with("shop.Charges", CHARGES.formatted("String")).errors())
        .singleElement()
        .asString()
        .startsWith(
            "[Tasker/DependencyTypeMismatch] step 'charge' expects 'cart' to produce String, but it produces Cart.")
        .contains("producer: carts.Carts.read()");
  }

  @Test
  void consumerOfALibrary_isToldByItsName() throws IOException {
    String reading =
        CARTS
            .replace("@Input(\"items\")", "@io.tasker.annotation.Depends(\"count\")")
            .replace("public final", "@SuppressWarnings(\"tasker:UnknownDependency\") public final")
            .replace("import io.tasker.annotation.Input;\n", "");
    DirectoryCompiler other =
        new DirectoryCompiler(folder.resolve("other"))
            .option("-Atasker.unresolved=warn")
            .with("carts.Carts", reading);
    other.compile();
    main = new DirectoryCompiler(folder.resolve("reader"), other.output());
    main.option("-Atasker.templates=" + templates);

    assertThat(main.with("shop.Charges", CHARGES.formatted("carts.Carts.Cart")).errors())
        .singleElement()
        .asString()
        .startsWith(
            "[Tasker/UnknownDependency] [carts.Carts.read] step 'cart' depends on 'count', but no step of template shop/orders@1.0.0 has that name.");
  }

  @Test
  void templateOfTheMainClasses_isNotCarriedByTheTestsAgain() throws IOException {
    main.with("shop.Charges", CHARGES.formatted("carts.Carts.Cart")).compile();
    DirectoryCompiler tests =
        new DirectoryCompiler(folder.resolve("test"), main.output(), library.output());
    tests.option("-Atasker.templates=" + templates);

    tests
        .with(
            "shop.Fakes",
            """
            package shop;

            import io.tasker.annotation.Handler;

            final class Fakes {
              @Handler
              @SuppressWarnings("tasker:UnusedHandler")
              static int fake() {
                return 1;
              }
            }
            """)
        .compile();

    assertThat(tests.source("shop.ShopTestHandlerModule")).doesNotContain("templates()");
  }
}
