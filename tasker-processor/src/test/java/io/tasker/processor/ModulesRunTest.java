package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module with handlers that requires another one with handlers. */
class ModulesRunTest {
  private static final Map<String, String> PACKING =
      Map.of(
          "shop.pack.Packing",
          """
          package shop.pack;
          import io.tasker.annotation.*;
          @Workflow(namespace = "shop", name = "packing")
          public final class Packing {
            public record Parcel(String item, int weight) {}
            @Handler static Parcel pack(@Input("item") String item) { return new Parcel(item, 3); }
          }
          """);

  private static final String PACKING_MODULE =
      """
      module shop.packing {
        requires transitive io.tasker.runtime;
        exports shop.pack;
        provides io.tasker.spi.HandlerModule with shop.pack.PackHandlerModule;
      }
      """;

  private static final Map<String, String> SHIPPING =
      Map.of(
          "module-info",
          """
          module shop.shipping {
            requires io.tasker.runtime;
            requires shop.packing;
            exports shop.api;
            provides io.tasker.spi.HandlerModule with shop.ship.ShipHandlerModule;
          }
          """,
          "shop.ship.Shipping",
          """
          package shop.ship;
          import io.tasker.annotation.*;
          import shop.pack.Packing.Parcel;
          @Workflow(namespace = "shop", name = "shipping")
          final class Shipping {
            @Handler static Parcel weigh(@Input("parcel") Parcel parcel) { return parcel; }
            @Handler static String ship(@Depends("weigh") Parcel parcel) {
              return parcel.item() + " of " + parcel.weight();
            }
          }
          """,
          "shop.api.Shop",
          """
          package shop.api;
          import io.tasker.*;
          import io.tasker.engine.LocalEngine;
          import java.util.Map;
          import shop.pack.Packing.Parcel;
          public final class Shop {
            public static String run() throws Exception {
              HandlerRegistry handlers = HandlerRegistry.load(Shop.class.getClassLoader());
              try (TaskEngine engine =
                  LocalEngine.builder().registry(handlers).jsonRoundTrip(true).build()) {
                Parcel parcel =
                    engine.submit(TaskRequest.of("shop", "packing").input(Map.of("item", "tea")))
                        .await().orThrow().result("pack", Parcel.class);
                return engine.submit(
                        TaskRequest.of("shop", "shipping").input(Map.of("parcel", parcel)))
                    .await().orThrow().result("ship", String.class);
              }
            }
          }
          """);

  @TempDir Path folder;

  @Test
  void twoNamedModules_areFoundTogether() throws Exception {
    Path packing = compile("packing", with(PACKING, "module-info", PACKING_MODULE), libraries());
    Path shipping = compile("shipping", SHIPPING, and(libraries(), packing));

    assertThat(run(packing, shipping)).isEqualTo("tea of 3");
  }

  @Test
  void automaticModule_isFoundBesideANamedOne() throws Exception {
    Path packing = jar(compile("packing", PACKING, libraries()), "shop.packing");
    Path shipping = compile("shipping", SHIPPING, and(libraries(), packing));

    assertThat(run(packing, shipping)).isEqualTo("tea of 3");
  }

  private Path compile(String name, Map<String, String> sources, List<Path> path)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file =
          folder.resolve(name + "-src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path output = folder.resolve(name);
    StandardLocation location =
        sources.containsKey("module-info")
            ? StandardLocation.MODULE_PATH
            : StandardLocation.CLASS_PATH;
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      manager.setLocationFromPaths(location, path);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              List.of("-d", output.toString(), "--release", "17"),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new TaskerProcessor()));
      task.call();
    }
    assertThat(diagnostics.getDiagnostics())
        .filteredOn(diagnostic -> !diagnostic.getCode().contains("requires"))
        .isEmpty();
    return output;
  }

  private static Path jar(Path classes, String moduleName) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), moduleName);
    Path jar = classes.resolveSibling("packing.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        output.putNextEntry(
            new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, output);
      }
    }
    return jar;
  }

  private static Object run(Path... modules) throws Exception {
    Path[] path = and(libraries(), modules).toArray(new Path[0]);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("shop.shipping"));
    ModuleLayer layer =
        boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    return layer
        .findLoader("shop.shipping")
        .loadClass("shop.api.Shop")
        .getMethod("run")
        .invoke(null);
  }

  private static List<Path> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> ModuleRunTest.isLibrary(path.toString()))
        .toList();
  }

  private static List<Path> and(List<Path> some, Path... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    Map<String, String> all = new TreeMap<>(some);
    all.put(key, value);
    return all;
  }
}
