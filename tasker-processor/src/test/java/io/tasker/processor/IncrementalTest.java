package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations that see a part of the sources keep what the others left. */
class IncrementalTest {
  private static final String PACKING = handler("Packing", "pack", "@Input(\"item\")");
  private static final String SHIPPING = handler("Shipping", "ship", "@Depends(\"pack\")");
  private static final String BILLING =
      handler("Billing", "bill", "@Input(\"item\")")
          .replace(
              "final class",
              "@io.tasker.annotation.Workflow(namespace = \"shop\", name = \"billing\")\nfinal class");

  @TempDir Path folder;
  private DirectoryCompiler main;

  @BeforeEach
  void compileAll() throws IOException {
    main = new DirectoryCompiler(folder.resolve("main"));
    main.with("shop.Packing", PACKING)
        .with("shop.ship.Shipping", SHIPPING.replace("package shop;", "package shop.ship;"))
        .with("shop.Billing", BILLING)
        .compile();
  }

  @Test
  void partialCompile_keepsTheOthersAndTheNameOfTheModule() throws IOException {
    String before = main.source("shop.ShopHandlerModule");

    main.compile("shop.ship.Shipping");

    assertThat(main.services()).isEqualTo("shop.ShopHandlerModule");
    assertThat(main.source("shop.ShopHandlerModule"))
        .isEqualTo(before)
        .contains("Packing_Steps.class", "Shipping_Steps.class", "shop/billing-1.0.0.yaml");
  }

  @Test
  void newClass_isAdded() throws IOException {
    main.with("shop.Wrapping", handler("Wrapping", "wrap", "@Depends(\"pack\")"))
        .compile("shop.Wrapping");

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("Packing_Steps.class", "Wrapping_Steps.class");
  }

  @Test
  void secondClassOfAFile_isKeptAndDropped() throws IOException {
    String counting =
        """

        final class Counting {
          @Handler
          static String count(@Depends("pack") String parcel) {
            return parcel;
          }
        }
        """;
    main.with("shop.Billing", BILLING + counting).compile("shop.Billing");

    main.compile("shop.Packing");

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("Billing_Steps.class", "Counting_Steps.class");

    Files.delete(main.output().resolve("shop/Counting.class"));
    main.with("shop.Billing", BILLING).compile("shop.Packing");

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("Billing_Steps.class")
        .doesNotContain("Counting");
  }

  @Test
  void deletedClass_isDropped() throws IOException {
    main.delete("shop.Billing");

    main.compile("shop.Packing");

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("Packing_Steps.class", "Shipping_Steps.class")
        .doesNotContain("Billing", "templates()");
  }

  @Test
  void classWithoutAnnotations_isDropped() throws IOException {
    main.with("shop.Billing", "package shop;\n\nfinal class Billing {}\n")
        .compile("shop.Packing", "shop.Billing");

    assertThat(main.source("shop.ShopHandlerModule")).doesNotContain("Billing");
  }

  @Test
  void renamedClass_takesThePlaceOfTheOld() throws IOException {
    main.delete("shop.Billing");
    String renamed = BILLING.replace("class Billing", "class Invoicing");

    main.with("shop.Invoicing", renamed).compile("shop.Invoicing");

    assertThat(main.source("shop.ShopHandlerModule"))
        .contains("Invoicing_Steps.class", "Packing_Steps.class", "shop/billing-1.0.0.yaml")
        .doesNotContain("Billing_Steps");
  }

  @Test
  void renamedHandler_isMissedByConsumersCompiledBefore() throws IOException {
    main.with("shop.Packing", PACKING.replace("String pack(", "String wrap("));

    assertThat(main.errors("shop.Packing"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith(
                        "[Tasker/UnknownDependency] [shop.ship.Shipping.ship] step 'ship' depends on"
                            + " 'pack'"));
  }

  @Test
  void deletedHandler_isMissedByConsumersCompiledBefore() throws IOException {
    main.delete("shop.Packing");

    assertThat(main.errors("shop.Billing"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith(
                        "[Tasker/UnknownDependency] [shop.ship.Shipping.ship] step 'ship'"));
  }

  /** The name of the file and the word behind the comma are what Gradle looks for. */
  @Test
  void gradle_isToldThatAnyHandlerMayChangeTheModule() throws IOException {
    try (InputStream declaration =
        TaskerProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(declaration.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(TaskerProcessor.class.getName() + ",aggregating");
    }
  }

  @Test
  void changedProducer_isCheckedAgainstConsumersCompiledBefore() throws IOException {
    main.with(
        "shop.Packing",
        PACKING.replace("static String", "static int").replace("return value", "return 1"));

    assertThat(main.errors("shop.Packing"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith(
                        "[Tasker/DependencyTypeMismatch] [shop.ship.Shipping.ship] step 'ship'"));
  }

  @Test
  void lostServicesFile_doesNotRenameTheModule() throws IOException {
    Files.delete(main.output().resolve("META-INF/services/io.tasker.spi.HandlerModule"));

    main.compile();

    assertThat(main.services()).isEqualTo("shop.ShopHandlerModule");
  }

  @Test
  void partialCompile_checksTemplatesAgainstHandlersCompiledBefore() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Path parcels = templates.resolve("parcels.yaml");
    Files.writeString(
        parcels,
        """
        name: parcels
        namespace_name: shop
        version: "1.0.0"
        steps:
          - {name: pack, handler: {callable: pack}}
          - {name: ship, dependencies: [pack], handler: {callable: ship}}
        """);
    main.option("-Atasker.templates=" + templates);

    main.compile("shop.ship.Shipping");

    assertThat(main.source("shop.ShopHandlerModule")).contains("shop/parcels-1.0.0.yaml");

    Files.writeString(parcels, Files.readString(parcels).replace("[pack]", "[]"));

    assertThat(main.errors("shop.Packing"))
        .anySatisfy(
            error ->
                assertThat(error)
                    .startsWith(
                        "[Tasker/NotAnAncestor] [shop.ship.Shipping.ship] step 'ship' depends on 'pack', which is not above it in template shop/parcels@1.0.0."));
  }

  @Test
  void testCompilation_hasAModuleOfItsOwn() throws IOException {
    DirectoryCompiler tests = new DirectoryCompiler(folder.resolve("test"), main.output());

    tests.with("shop.Faking", handler("Faking", "fake", "@Input(\"item\")")).compile();

    assertThat(tests.services()).isEqualTo("shop.ShopTestHandlerModule");
    assertThat(tests.source("shop.ShopTestHandlerModule"))
        .contains("Faking_Steps")
        .doesNotContain("Packing");
  }

  private static String handler(String name, String method, String source) {
    return """
        package shop;

        import io.tasker.annotation.Depends;
        import io.tasker.annotation.Handler;
        import io.tasker.annotation.Input;

        final class %s {
          @Handler
          static String %s(%s String value) {
            return value;
          }
        }
        """
        .formatted(name, method, source);
  }
}
