package io.tasker.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An IDE shows no red line in code that no processor has seen yet. */
class WithoutProcessorTest {
  private static final Path SOURCES = Path.of("src/main/java");

  // What it is there for is to call the client that the samples ask for.
  private static final Path CALLS_A_CLIENT = Path.of("io/tasker/samples/ecommerce/OrderDesk.java");

  @TempDir Path folder;

  @Test
  void allButTheCallersOfClients_compileBeforeAnythingIsGenerated() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith(CALLS_A_CLIENT))
              .toList();
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      compiler
          .getTask(
              new StringWriter(),
              files,
              found,
              List.of("-proc:none", "-d", folder.toString(), "-cp", classPathWithoutSamples()),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    }

    assertThat(found.getDiagnostics()).isEmpty();
    assertThat(folder.resolve("io/tasker/samples/ecommerce/OrderProcessing.class")).exists();
    assertThat(folder.resolve("io/tasker/samples/ecommerce/OrderProcessing_Steps.class"))
        .doesNotExist();
  }

  private static String classPathWithoutSamples() {
    String own = Path.of("target", "classes").toAbsolutePath().toString();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.equals(own))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
