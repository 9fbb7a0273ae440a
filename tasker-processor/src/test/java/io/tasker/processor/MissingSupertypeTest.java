package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library on the class path whose own library is not there: no exception, and no silence. */
class MissingSupertypeTest {
  private static final String HANDLERS =
      """
      package shop;
      import io.tasker.annotation.*;
      import java.util.*;
      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        @Handler static lib.Payload price(@Input("payload") lib.Payload payload) { return payload; }
        @Handler static int count(@Depends("price") lib.Payload payload) { return 1; }
      }
      """;

  @TempDir Path folder;

  /** The compiler itself cannot go on, and says so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Payload extends base.Base { public int n; }",
        "class Payload implements base.Api { public int n; }",
        "record Payload(int n) implements base.Api {}",
        "enum Payload implements base.Api { A }",
      })
  void supertypeOfAPayload_isToldByTheCompiler(String payload) throws IOException {
    assertThat(messages(payload, HANDLERS))
        .singleElement()
        .asString()
        .matches(
            "(?s)cannot access base\\.(Base|Api)\\R.*class file for base\\.(Base|Api) not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Payload(int n, base.Base base) {}",
        "class Payload { public int n; public base.Base base; }",
        "class Payload { public base.Base getBase() { return null; } "
            + "public void setBase(base.Base base) {} }",
      })
  void memberOfAPayload_isToldWithItsPath(String payload) throws IOException {
    assertThat(messages(payload, HANDLERS))
        .containsExactlyInAnyOrder(
            message(
                "step 'count' takes Payload as 'payload', which cannot be read from",
                "UnreadableParameter"),
            message(
                "step 'price' takes Payload as 'payload', which cannot be read from",
                "UnreadableParameter"),
            message(
                "step 'price' returns Payload, which cannot be written as",
                "UnserializableResult"));
  }

  private static String message(String headline, String code) {
    return """
        [Tasker/%s] %s JSON: Payload.base is a class that is not on the class path.
            path: Payload -> base: Base
            fix: add the library that has base.Base to the class path.\
        """
        .formatted(code, headline);
  }

  @Test
  void elementsOfAPayload_areToldToo() throws IOException {
    assertThat(messages("record Payload(java.util.List<base.Base> bases) {}", HANDLERS))
        .hasSize(3)
        .allSatisfy(
            message ->
                assertThat(message)
                    .contains(
                        "Payload.bases is a class that is not on the class path.",
                        "path: Payload -> bases: List<Base>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Payload { public int n; public Payload(base.Base base) {} public Payload() {} }",
        "class Payload { public int n; static base.Base base() { return null; } }",
        "@base.Mark class Payload { public int n; }",
      })
  void whatIsNoPartOfThePayload_isNotMissed(String payload) throws IOException {
    assertThat(messages(payload, HANDLERS)).isEmpty();
    assertThat(folder.resolve("shop/classes/shop/Checkout_Steps.class")).exists();
  }

  @Test
  void supertypeOfAHandlerClass_isToldByTheCompiler() throws IOException {
    String handlers =
        HANDLERS
            .replace("lib.Payload", "String")
            .replace("class Checkout", "class Checkout extends lib.Payload");

    assertThat(messages("class Payload extends base.Base {}", handlers))
        .singleElement()
        .asString()
        .startsWith("cannot access base.Base");
  }

  private List<String> messages(String payload, String handlers) throws IOException {
    return new DirectoryCompiler(folder.resolve("shop"), library(payload))
        .with("shop.Checkout", handlers)
        .errors();
  }

  /** Compiles a library against classes that are removed then. */
  private Path library(String payload) throws IOException {
    DirectoryCompiler library = new DirectoryCompiler(folder.resolve("lib"));
    library
        .with("base.Base", "package base;\npublic class Base {}")
        .with("base.Api", "package base;\npublic interface Api {}")
        .with("base.Mark", "package base;\npublic @interface Mark {}")
        .with(
            "lib.Payload",
            "package lib;\n" + payload.replaceFirst("(class|record|enum) Payload", "public $0"))
        .compile();
    for (String name : List.of("Base", "Api", "Mark")) {
      Files.delete(library.output().resolve("base").resolve(name + ".class"));
    }
    return library.output();
  }
}
