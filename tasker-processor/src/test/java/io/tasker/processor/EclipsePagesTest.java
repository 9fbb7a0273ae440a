package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.diagnostic.Code;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The compiler of Eclipse and VS Code tells the mistake of each page once, in the same words and at
 * the same line. It marks whole annotations where javac marks a value, so columns are not compared.
 */
class EclipsePagesTest {
  private static final Pattern PLACE = Pattern.compile("(?m)^(\\w[\\w-]*\\.java:\\d+):\\d+: ");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      // Eclipse's compiler takes no generated class in 'provides', and does not tell files of
      // classes.
      names = {"INTERNAL", "MISSING_PROVIDES", "MISSING_OPENS", "AUXILIARY_CLIENT_TYPE"})
  void failingExample_isToldAsByJavac(Code code) throws IOException {
    ErrorPage page = ErrorPage.of(code);
    String byJavac = PLACE.matcher(page.message()).replaceAll("$1: ");

    assertThat(String.join("\n", messages(page.failing())).lines().map(String::strip))
        .containsExactlyElementsOf(byJavac.lines().map(String::strip).toList());
  }

  private List<String> messages(ErrorPage.Example example) throws IOException {
    List<String> options =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "--release", "17"));
    options.addAll(List.of("-d", Files.createDirectories(folder.resolve("classes")).toString()));
    options.addAll(List.of("-s", Files.createDirectories(folder.resolve("generated")).toString()));
    options.addAll(example.options());
    for (Map.Entry<String, String> template : example.templates().entrySet()) {
      write(template.getKey(), template.getValue());
    }
    if (!example.templates().isEmpty()) {
      options.add("-Atasker.templates=" + folder.resolve("templates"));
    }
    if (example.lock().isPresent()) {
      options.add("-Atasker.lock=" + write("tasker.lock", example.lock().get()));
    }
    List<Path> sources = new ArrayList<>();
    for (JavaFileObject file : example.files()) {
      sources.add(write(file.getName(), file.getCharContent(true).toString()));
    }
    return compile(options, sources);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name.startsWith("/") ? name.substring(1) : name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> compile(List<String> options, List<Path> sources) throws IOException {
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              found,
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new TaskerProcessor()));
      task.call();
    }
    return found.getDiagnostics().stream().flatMap(EclipsePagesTest::message).toList();
  }

  private static Stream<String> message(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    if (!text.startsWith("[Tasker/")) {
      return Stream.of();
    }
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT);
    JavaFileObject file = diagnostic.getSource();
    String place =
        file == null
            ? ""
            : "%s:%d: "
                .formatted(
                    file.getName().substring(file.getName().lastIndexOf('/') + 1),
                    diagnostic.getLineNumber());
    return Stream.of(place + kind + ": " + text);
  }
}
