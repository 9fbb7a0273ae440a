package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler of Eclipse and VS Code: the same files, the same messages. */
class EclipseTest {
  private static final String ORDERS = "sources/orders/OrderProcessing.java";

  @TempDir Path folder;

  @Test
  void generatesTheSameBytesAsJavac() throws IOException {
    Path source = orders(text -> text);

    assertThat(errors(new EclipseCompiler(), "ecj", source)).isEmpty();
    assertThat(errors(ToolProvider.getSystemJavaCompiler(), "javac", source)).isEmpty();

    assertThat(generated("ecj"))
        .isEqualTo(generated("javac"))
        .containsKeys(
            "com/acme/orders/OrderProcessing_Steps.java",
            "com/acme/orders/OrdersHandlerModule.java",
            "META-INF/services/io.tasker.spi.HandlerModule",
            "META-INF/tasker/templates/ecommerce/order_processing-1.0.0.yaml");
  }

  @Test
  void mistake_isToldOnceAtItsLine() throws IOException {
    Path source =
        orders(text -> text.replaceFirst("@Depends\\(\"(\\w+)\"\\)", "@Depends(\"$1x\")"));
    long line =
        Files.readString(source).lines().takeWhile(text -> !text.contains("x\")")).count() + 1;

    assertThat(errors(new EclipseCompiler(), "wrong", source))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT)).contains("[Tasker/UnknownDependency] step");
              assertThat(error.getLineNumber()).isEqualTo(line);
            });
  }

  @Test
  void templateOfADirectory_isReadAndCarried() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Path template = templates.resolve("parcels.yaml");
    String yaml =
        """
        name: parcels
        namespace_name: shop
        version: "1.0.0"
        steps:
          - {name: pack, handler: {callable: pack}}
        """;
    Files.writeString(template, yaml);
    Path source = Files.createDirectories(folder.resolve("shop")).resolve("Parcels.java");
    Files.writeString(
        source,
        """
        package shop;
        final class Parcels {
          @io.tasker.annotation.Handler static int pack() { return 1; }
        }
        """);
    String option = "-Atasker.templates=" + templates;

    assertThat(errors(new EclipseCompiler(), "carried", source, option)).isEmpty();
    assertThat(generated("carried"))
        .containsEntry("META-INF/tasker/templates/shop/parcels-1.0.0.yaml", yaml);

    Files.writeString(template, yaml.replace("callable: pack", "callable: pakc"));

    assertThat(errors(new EclipseCompiler(), "refused", source, option))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .contains("[Tasker/UnknownCallable] templates/parcels.yaml:5:38: step 'pack'"));
  }

  private Path orders(UnaryOperator<String> edit) throws IOException {
    Path source = folder.resolve("com/acme/orders/OrderProcessing.java");
    Files.createDirectories(source.getParent());
    try (InputStream stream = getClass().getClassLoader().getResourceAsStream(ORDERS)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(source, edit.apply(text));
    }
    return source;
  }

  private List<? extends Diagnostic<?>> errors(
      JavaCompiler compiler, String name, Path source, String... more) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String output = Files.createDirectories(folder.resolve(name)).toString();
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(List.of("-d", output, "-s", output, "-cp", classPath, "--release", "17"));
    options.addAll(List.of(more));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(), files, found, options, null, files.getJavaFileObjects(source));
      task.setProcessors(List.of(new TaskerProcessor()));
      task.call();
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private Map<String, String> generated(String name) throws IOException {
    Path output = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".class")) {
          files.put(output.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
