package io.tasker.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compilations as strict as a user's build can be. */
final class Compilations {
  private static final String[] STRICT = {
    "-Xlint:all,-processing,-classfile", "-Xdoclint:all,-missing", "-Werror", "--release", "17"
  };

  private Compilations() {}

  static Compiler strict(String... options) {
    List<Object> all = new ArrayList<>(List.of((Object[]) STRICT));
    all.addAll(List.of((Object[]) options));
    return javac().withOptions(all).withProcessors(new TaskerProcessor());
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
      throw new java.io.UncheckedIOException(e);
    }
  }
}
