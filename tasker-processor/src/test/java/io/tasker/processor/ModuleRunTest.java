package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A named module with handlers, among named modules: compiled, found and run. */
class ModuleRunTest {
  private static final String MODULE =
      """
      module shop {
        requires io.tasker.runtime;
        exports shop.api;
      %s
        provides io.tasker.spi.HandlerModule with shop.checkout.CheckoutHandlerModule;
      }
      """;

  private static final Map<String, String> SOURCES =
      Map.of(
          "shop.checkout.Checkout",
          """
          package shop.checkout;
          import io.tasker.annotation.*;
          import java.util.*;
          import shop.model.*;
          @Workflow(namespace = "shop", name = "checkout")
          final class Checkout {
            @Handler static Cart validate(@Input Order order) {
              return new Cart(order.items().size(), order.email());
            }
            @Handler static String charge(@Depends("validate") Total total) {
              return "charged " + total.count();
            }
            record Total(int count) {}
          }
          """,
          "shop.model.Order",
          """
          package shop.model;
          import java.util.*;
          public record Order(List<String> items, String email) {}
          """,
          "shop.model.Cart",
          """
          package shop.model;
          public record Cart(int count, String email) {}
          """,
          "shop.api.Shop",
          """
          package shop.api;
          import io.tasker.*;
          import io.tasker.engine.LocalEngine;
          import java.util.*;
          import shop.model.Order;
          public final class Shop {
            public static String run() throws Exception {
              HandlerRegistry handlers = HandlerRegistry.load(Shop.class.getClassLoader());
              try (TaskEngine engine = LocalEngine.builder().registry(handlers).build()) {
                return engine.submit(
                        TaskRequest.of("shop", "checkout").input(new Order(List.of("a", "b"), "ada")))
                    .await().orThrow().result("charge", String.class);
              }
            }
          }
          """);

  @TempDir Path folder;

  private static List<Path> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> isLibrary(path.toString()))
        .toList();
  }

  static boolean isLibrary(String path) {
    return Stream.of(
            "tasker-annotations",
            "tasker-template",
            "tasker-runtime",
            "jspecify",
            "jackson",
            "slf4j",
            "snakeyaml",
            "json-schema-validator",
            "itu")
        .anyMatch(path::contains);
  }

  private List<String> compile(String directives) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(write("module-info", MODULE.formatted(directives)));
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      files.add(write(source.getKey(), source.getValue()));
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      manager.setLocationFromPaths(StandardLocation.MODULE_PATH, libraries());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              List.of("-d", folder.resolve("classes").toString(), "--release", "17"),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new TaskerProcessor()));
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .filter(text -> text.startsWith("[Tasker/"))
        .toList();
  }

  private Path write(String qualifiedName, String text) throws IOException {
    Path file = folder.resolve("src").resolve(qualifiedName.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Object run() throws Exception {
    List<Path> path = new ArrayList<>(libraries());
    path.add(folder.resolve("classes"));
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(ModuleFinder.of(path.toArray(new Path[0])), ModuleFinder.of(), Set.of("shop"));
    ModuleLayer layer =
        boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    try {
      return layer.findLoader("shop").loadClass("shop.api.Shop").getMethod("run").invoke(null);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opens shop.model to tools.jackson.databind; opens shop.checkout to tools.jackson.databind;",
        "opens shop.model; opens shop.checkout;",
        "exports shop.model; opens shop.checkout;",
        "exports shop.model to tools.jackson.databind; opens shop.checkout;"
      })
  void payloadsThatJacksonSees_run(String directives) throws Exception {
    assertThat(compile(directives)).isEmpty();

    assertThat(run()).isEqualTo("charged 2");
  }

  @Test
  void hiddenPackage_isToldWithTheLineToAdd() throws IOException {
    assertThat(compile("opens shop.checkout;"))
        .containsExactly(
            "[Tasker/MissingOpens] module shop does not open package shop.model to Jackson, which"
                + " cannot read or write Cart, Order then.\n"
                + "    fix: add  opens shop.model to tools.jackson.databind;");
  }

  @Test
  void hiddenRecord_ofAnExportedPackage_isToldToo() throws IOException {
    assertThat(
            compile("exports shop.checkout; opens shop.model to java.xml, tools.jackson.databind;"))
        .singleElement()
        .asString()
        .contains("does not open package shop.checkout to Jackson")
        .contains("cannot read or write Total then");
  }
}
