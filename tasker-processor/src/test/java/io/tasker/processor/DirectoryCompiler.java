package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles into a directory that lives on, as IDEs and build tools do. */
final class DirectoryCompiler {
  private final Path sources;
  private final Path output;
  private final String classPath;
  private final List<String> options = new ArrayList<>();

  DirectoryCompiler(Path folder, Path... classPath) throws IOException {
    this.sources = Files.createDirectories(folder.resolve("sources"));
    this.output = Files.createDirectories(folder.resolve("classes"));
    this.classPath =
        Stream.of(
                Stream.of(output.toString()),
                Stream.of(classPath).map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .flatMap(entries -> entries)
            .collect(Collectors.joining(File.pathSeparator));
  }

  /** Adds an option to every compilation. */
  DirectoryCompiler option(String option) {
    options.add(option);
    return this;
  }

  Path output() {
    return output;
  }

  /** Writes or replaces a source. */
  DirectoryCompiler with(String qualifiedName, String text) throws IOException {
    Path file = file(qualifiedName);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Removes a source and what was compiled from it, as an IDE does. */
  void delete(String qualifiedName) throws IOException {
    Files.delete(file(qualifiedName));
    Files.delete(output.resolve(qualifiedName.replace('.', '/') + ".class"));
  }

  /** Compiles some of the sources; none of them means all. */
  void compile(String... qualifiedNames) throws IOException {
    assertThat(errors(qualifiedNames)).isEmpty();
  }

  /** Compiles, and returns what the compiler says. */
  List<String> errors(String... qualifiedNames) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.addAll(
        List.of(
            "-d",
            output.toString(),
            "-s",
            output.toString(),
            "-cp",
            classPath,
            "-Xlint:all,-processing,-classfile,-path",
            "-Werror"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              all,
              null,
              files.getJavaFileObjectsFromPaths(paths(qualifiedNames)));
      task.setProcessors(List.of(new TaskerProcessor()));
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  String services() throws IOException {
    return Files.readString(output.resolve("META-INF/services/io.tasker.spi.HandlerModule"))
        .strip();
  }

  String source(String qualifiedName) throws IOException {
    return Files.readString(output.resolve(qualifiedName.replace('.', '/') + ".java"));
  }

  private List<Path> paths(String... qualifiedNames) throws IOException {
    if (qualifiedNames.length > 0) {
      return Stream.of(qualifiedNames).map(this::file).toList();
    }
    try (Stream<Path> all = Files.walk(sources)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private Path file(String qualifiedName) {
    return sources.resolve(qualifiedName.replace('.', '/') + ".java");
  }
}
