package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources in another order give the same bytes. */
class DeterminismTest {
  @TempDir Path folder;

  @Test
  void orderOfSources_doesNotMatter() throws IOException {
    List<JavaFileObject> sources =
        new ArrayList<>(
            List.of(
                Compilations.orders(),
                JavaFileObjects.forResource("sources/kinds/Approval.java"),
                JavaFileObjects.forResource("sources/kinds/Nightly.java")));
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

    assertThat(generated(sources)).isEqualTo(expected);
    for (String kind :
        List.of(
            "_Steps.java",
            "Client.java",
            "HandlerModule.java",
            ".yaml",
            ".mmd",
            "order_processing-1.0.0.json",
            "reachability-metadata.json",
            ".lock")) {
      assertThat(expected).as(kind).anySatisfy((name, text) -> assertThat(name).endsWith(kind));
    }
  }

  private Map<String, String> generated(List<JavaFileObject> sources) throws IOException {
    Path lock = folder.resolve("tasker.lock");
    Files.deleteIfExists(lock);
    Compilation compilation =
        Compilations.strict(
                "-Atasker.client=true",
                "-Atasker.lock=" + lock,
                "-Atasker.lock.update=true",
                "-Atasker.module=com.acme")
            .compile(sources);
    Map<String, String> files = new TreeMap<>();
    files.put("tasker.lock", Files.readString(lock));
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        byte[] bytes = file.openInputStream().readAllBytes();
        files.put(file.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
