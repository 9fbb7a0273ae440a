package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of input fields beside a record of the whole input. */
class MisspeltInputTest {
  private static final String WORKFLOW =
      """
      package shop;
      import io.tasker.annotation.*;
      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        record Order(String note, String line1, String id) {}
        @Handler static int a(@Input Order order) { return 1; }
        @Handler static int b(%s) { return 1; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nte", "notes", "Note", "ntoe"})
  void nameLikeAField_isProbablyThatField(String name) {
    assertThat(problems("@Input(\"%s\") String note".formatted(name)))
        .containsExactly(
            "[Tasker/MisspeltInput] step 'b' reads input field '%s', which no record of the input has, but one has 'note'."
                .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "line1", "line2", "ip", "discount"})
  void nameOfItsOwn_isFine(String name) {
    assertThat(problems("@Input(\"%s\") String note".formatted(name))).isEmpty();
  }

  @Test
  void suppressed_isSilent() {
    assertThat(problems("@SuppressWarnings(\"tasker:MisspeltInput\") @Input(\"nte\") String note"))
        .isEmpty();
  }

  @Test
  void stepsOfATemplate_areComparedToo() throws Exception {
    String template =
        """
        name: orders
        namespace_name: shop
        version: "1.0.0"
        %ssteps:
          - {name: a, handler: {callable: a}}
          - {name: b, dependencies: [a], handler: {callable: b}}
        """;
    TemplateProject project =
        new TemplateProject(folder)
            .handlers(
                """
                record Order(String note) {}
                @Handler static int a(@Input Order order) { return 1; }
                @Handler static int b(@Input("nte") String note) { return 1; }
                """);

    assertThat(project.template("orders.yaml", template.formatted("")).problems())
        .singleElement()
        .asString()
        .contains("[Tasker/MisspeltInput] step 'b' reads input field 'nte'");
    assertThat(
            project
                .template(
                    "orders.yaml",
                    template.formatted(
                        "input_schema: {type: object, properties: {note: {type: string}, nte: {type: string}}, required: [note, nte]}\n"))
                .problems())
        .isEmpty();
  }

  private static List<String> problems(String parameter) {
    return Compilations.compile(
            JavaFileObjects.forSourceString("shop.Checkout", WORKFLOW.formatted(parameter)))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .filter(line -> line.startsWith("[Tasker/"))
        .toList();
  }
}
