package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers of several artifacts, each compiled by itself, on one class path. */
class ArtifactsRunTest {
  private static final String PACKING =
      """
      package %s;
      import io.tasker.annotation.*;
      @Workflow(namespace = "shop", name = "packing")
      public final class Packing {
        public record Parcel(String item, int weight) {}
        @Handler static Parcel pack(@Input("item") String item) { return new Parcel(item, 3); }
      }
      """;

  private static final String SHIPPING =
      """
      package %s;
      import io.tasker.annotation.*;
      @Workflow(namespace = "shop", name = "shipping")
      final class Shipping {
        @Handler static String ship(@Input("parcel") %s.Packing.Parcel parcel) {
          return parcel.item() + " of " + parcel.weight();
        }
      }
      """;

  @TempDir Path folder;
  private Path templates;

  @BeforeEach
  void write() throws IOException {
    templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(
        templates.resolve("parcels.yaml"),
        """
        name: parcels
        namespace_name: shop
        version: "1.0.0"
        steps:
          - {name: pack, handler: {callable: shop_pack}}
          - {name: label, dependencies: [pack], handler: {callable: label}}
        """);
  }

  @Test
  void artifactsOfTwoPackages_areFoundTogether() throws Exception {
    Path packing = compile("one", PACKING.formatted("shop.pack"), "shop.pack.Packing");
    Path shipping =
        compile("two", SHIPPING.formatted("shop.ship", "shop.pack"), "shop.ship.Shipping", packing);

    assertThat(run("shipping", "ship", packing, shipping)).isEqualTo("tea of 3");
    assertThat(run("packing", "pack", packing, shipping))
        .isEqualTo(Map.of("item", "tea", "weight", 3));
  }

  /** A package that is split is no obstacle on a class path: the modules get different names. */
  @Test
  void artifactsOfOnePackage_areFoundTogether() throws Exception {
    Path packing = compile("one", PACKING.formatted("shop"), "shop.Packing");
    Path shipping = compile("two", SHIPPING.formatted("shop", "shop"), "shop.Shipping", packing);

    assertThat(run("shipping", "ship", packing, shipping)).isEqualTo("tea of 3");
    assertThat(run("packing", "pack", packing, shipping))
        .isEqualTo(Map.of("item", "tea", "weight", 3));
  }

  @Test
  void templateOfOneArtifact_usesHandlersOfBoth() throws Exception {
    Path packing = compile("one", PACKING.formatted("shop.pack"), "shop.pack.Packing");
    String labels =
        """
        package shop.label;
        import io.tasker.annotation.*;
        final class Labels {
          record Item(String item) {}
          @Handler static String label(@Depends("pack") Item parcel) { return "for " + parcel.item(); }
        }
        """;
    DirectoryCompiler compiler = new DirectoryCompiler(folder.resolve("two"), packing);
    compiler.option("-Atasker.templates=" + templates).with("shop.label.Labels", labels).compile();

    assertThat(run("parcels", "label", packing, compiler.output())).isEqualTo("for tea");
  }

  private Path compile(String name, String text, String type, Path... classPath)
      throws IOException {
    DirectoryCompiler compiler = new DirectoryCompiler(folder.resolve(name), classPath);
    compiler.with(type, text).compile();
    return compiler.output();
  }

  private static Object run(String workflow, String step, Path... artifacts) throws Exception {
    URL[] urls = new URL[artifacts.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = artifacts[i].toUri().toURL();
    }
    Map<String, Object> input = Map.of("item", "tea", "parcel", Map.of("item", "tea", "weight", 3));
    try (URLClassLoader loader = new URLClassLoader(urls, ArtifactsRunTest.class.getClassLoader());
        TaskEngine engine =
            LocalEngine.builder()
                .registry(HandlerRegistry.load(loader))
                .jsonRoundTrip(true)
                .build()) {
      return engine
          .submit(TaskRequest.of("shop", workflow).input(input))
          .await()
          .orThrow()
          .result(step, Object.class);
    }
  }
}
