package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.tasker.processor.diagnostic.Code;
import io.tasker.template.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code has a page whose first example gives exactly the messages it shows, at the place it
 * shows, and no other, and whose last example compiles.
 */
class ErrorPagesTest {
  @TempDir Path folder;

  @Test
  void pages_areThoseOfTheCodes() throws IOException {
    Stream<String> java = Arrays.stream(Code.values()).map(Code::id);
    Stream<String> yaml = Arrays.stream(ProblemCode.values()).map(ProblemCode::id);

    assertThat(ErrorPage.names())
        .containsExactlyElementsOf(Stream.concat(java, yaml).distinct().sorted().toList());
  }

  @Test
  void index_listsEveryPageWithItsFirstSentence() throws IOException {
    String expected = ErrorPage.index();
    String actual = Files.readString(ErrorPage.INDEX);

    if (Goldens.UPDATE) {
      Files.writeString(ErrorPage.INDEX, expected);
    }
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void page_explainsAndHelps(Code code) throws IOException {
    ErrorPage page = ErrorPage.of(code);

    assertThat(page.text()).startsWith("# " + code.id() + "\n");
    assertThat(page.meaning()).isNotEmpty();
    assertThat(page.fix()).isNotEmpty();
    assertThat(page.message()).contains("[Tasker/" + code.id() + "] ");
  }

  @ParameterizedTest
  @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
  void failingExample_givesExactlyTheMessage(Code code) throws IOException {
    ErrorPage page = ErrorPage.of(code);

    String actual = messages(compile(page.failing()));

    if (Goldens.UPDATE) {
      Files.writeString(page.file(), page.withMessage(actual).text());
    }
    assertThat(actual).isEqualTo(page.message());
  }

  @ParameterizedTest
  @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
  void passingExample_compiles(Code code) throws IOException {
    assertThat(messages(compile(ErrorPage.of(code).passing()))).isEmpty();
  }

  private Compilation compile(ErrorPage.Example example) throws IOException {
    List<String> all = new ArrayList<>(example.options());
    for (Map.Entry<String, String> template : example.templates().entrySet()) {
      Path file = folder.resolve(template.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, template.getValue());
    }
    if (!example.templates().isEmpty()) {
      all.add("-Atasker.templates=" + folder.resolve("templates"));
    }
    if (example.lock().isPresent()) {
      Path file = folder.resolve("tasker.lock");
      Files.writeString(file, example.lock().get());
      all.add("-Atasker.lock=" + file);
    }
    String[] options = all.toArray(new String[0]);
    Compiler compiler =
        example.isNamedModule() ? Compilations.modular(options) : Compilations.strict(options);
    return compiler.compile(example.files());
  }

  private static String messages(Compilation compilation) {
    return compilation.diagnostics().stream()
        // What -Werror makes of a warning is the compiler's word, not ours.
        .filter(diagnostic -> !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
        .map(ErrorPagesTest::message)
        .collect(Collectors.joining("\n"));
  }

  private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind = diagnostic.getKind().name().toLowerCase(Locale.ROOT);
    String text = kind + ": " + diagnostic.getMessage(Locale.ROOT);
    JavaFileObject file = diagnostic.getSource();
    if (file == null) {
      return text;
    }
    String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
    return "%s:%d:%d: %s"
        .formatted(name, diagnostic.getLineNumber(), diagnostic.getColumnNumber(), text);
  }
}
