package io.tasker.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compilations as strict as a user's build can be. */
final class Compilations {
  private static final String[] STRICT = {
    "-Xlint:all,-processing,-classfile", "-Xdoclint:all,-missing", "-Werror", "--release", "17"
  };

  private static final Pattern MODULES =
      Pattern.compile("tasker-(annotations|template|runtime)|jspecify|jackson|slf4j|snakeyaml");

  private Compilations() {}

  static Compiler strict(String... options) {
    List<Object> all = new ArrayList<>(List.of((Object[]) STRICT));
    all.addAll(List.of((Object[]) options));
    return javac().withOptions(all).withProcessors(new TaskerProcessor());
  }

  /** Compiles on the module path, which holds this project's modules and what they require. */
  static Compiler modular(String... options) {
    String modulePath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> MODULES.matcher(entry).find())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> all = new ArrayList<>(List.of("--module-path", modulePath));
    all.addAll(List.of(options));
    return strict(all.toArray(new String[0])).withClasspath(List.of());
  }

  static Compilation compile(JavaFileObject... sources) {
    return strict().compile(sources);
  }

  static JavaFileObject orders() {
    return JavaFileObjects.forResource("sources/orders/OrderProcessing.java");
  }

  static String source(Compilation compilation, String qualifiedName) {
    return text(compilation.generatedSourceFile(qualifiedName).orElseThrow());
  }

  static String resource(Compilation compilation, String path) {
    return text(compilation.generatedFile(StandardLocation.CLASS_OUTPUT, path).orElseThrow());
  }

  private static String text(JavaFileObject file) {
    try {
      return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
