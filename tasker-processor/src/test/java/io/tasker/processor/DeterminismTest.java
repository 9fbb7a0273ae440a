package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The same sources in another order give the same bytes. */
class DeterminismTest {

  @Test
  void orderOfSources_doesNotMatter() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(List.of(Compilations.orders()));
    for (String name : List.of("Alpha", "Beta", "Gamma")) {
      sources.add(
          JavaFileObjects.forSourceLines(
              "com.acme." + name,
              "package com.acme;",
              "import io.tasker.annotation.*;",
              "final class " + name + " {",
              "  @Handler static int "
                  + name.toLowerCase(java.util.Locale.ROOT)
                  + "(@Input(\"x\") int x) { return x; }",
              "}"));
    }
    Map<String, String> expected = generated(sources);

    Collections.reverse(sources);

    assertThat(generated(sources)).isEqualTo(expected).hasSizeGreaterThan(6);
  }

  private static Map<String, String> generated(List<JavaFileObject> sources) throws IOException {
    Compilation compilation = Compilations.compile(sources.toArray(new JavaFileObject[0]));
    Map<String, String> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        byte[] bytes = file.openInputStream().readAllBytes();
        files.put(file.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
