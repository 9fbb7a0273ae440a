package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"Approval", "Nightly", "Audit", "Settings"})
  void everyKindOfStep_isGeneratedAsByJavac(String name) throws IOException {
    Path source = resource("sources/kinds/" + name + ".java", "kinds/" + name + ".java");

    String client = "-Atasker.client=true";

    assertThat(errors(new EclipseCompiler(), "ecj", source, client)).isEmpty();
    assertThat(errors(ToolProvider.getSystemJavaCompiler(), "javac", source, client)).isEmpty();

    assertThat(generated("ecj"))
        .isEqualTo(generated("javac"))
        .containsKey("com/acme/kinds/" + name + "Client.java");
  }

  /** The compiler of Eclipse shows no item of an array, but the annotation or the element. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UnknownDependency   | @Handler static int x(@Depends(\"b\") int n) { return n; }",
        "UnknownDependency   | @Handler @After({\"a\", \"b\"}) static int x() { return 1; }",
        "UnboundParameter    | @Handler static int x(int n) { return n; }",
        "InvalidDefault      | @Handler static int x(@Input(value = \"n\", defaultValue = \"no\") int n) { return n; }",
        "InvalidDefault      | @Handler static int x(@Config(value = \"n\", defaultValue = \"no\") int n) { return n; }",
        "InvalidApi          | @Handler static int x(@Api(\"ftp://x\") io.tasker.http.ApiClient api) { return 1; }",
        "InvalidEventName    | @Handler @Publishes(\"done\") static int x() { return 1; }",
        "InvalidEventName    | @Handler @Publishes(\"done\") @Publishes(\"x.done\") static int x() { return 1; }",
        "InvalidEventPattern | @Subscribes(\"done\") static void on(io.tasker.event.DomainEvent event) {}",
        "AmbiguousParameter  | @Handler static int x(@Provided @Input java.time.Clock clock) { return 1; }",
        "MissingFanOut       | @Handler static BatchPlan<Integer> x() { return null; }",
        "UnknownRoute        | enum R { B } @Handler static Decision<R> x(@Depends(\"a\") int a) { return null; }",
        "HandlerNotStatic    | @Handler int x() { return 1; }",
        "MissingHandler      | static int x(@Input(\"n\") int n) { return n; }",
        "InvalidDuration     | @Handler @Timeout(\"soon\") static int x() { return 1; }",
      })
  void mistake_isToldOnceAtItsLineByBoth(String code, String method) throws IOException {
    Path source = Files.createDirectories(folder.resolve("shop")).resolve("Checkout.java");
    Files.writeString(
        source,
        """
        package shop;
        import io.tasker.annotation.*;
        import io.tasker.handler.*;
        @Workflow(namespace = "shop", name = "checkout")
        final class Checkout {
          @Handler static int a() { return 1; }

          %s
        }
        """
            .formatted(method));

    for (JavaCompiler compiler :
        List.of(new EclipseCompiler(), ToolProvider.getSystemJavaCompiler())) {
      assertThat(errors(compiler, compiler.getClass().getSimpleName(), source))
          .singleElement()
          .satisfies(
              error ->
                  assertThat(error.getMessage(Locale.ROOT)).startsWith("[Tasker/" + code + "] "))
          .satisfies(error -> assertThat(error.getLineNumber()).isEqualTo(8));
    }
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
    assertThat(errors(ToolProvider.getSystemJavaCompiler(), "javac", source, option)).isEmpty();
    assertThat(generated("carried"))
        .isEqualTo(generated("javac"))
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
    Path source = resource(ORDERS, "com/acme/orders/OrderProcessing.java");
    Files.writeString(source, edit.apply(Files.readString(source)));
    return source;
  }

  private Path resource(String name, String path) throws IOException {
    Path source = folder.resolve(path);
    Files.createDirectories(source.getParent());
    try (InputStream stream = getClass().getClassLoader().getResourceAsStream(name)) {
      Files.write(source, stream.readAllBytes());
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
