package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema knows of a value and the Java type for it does not say. */
class TemplateHintsTest {
  private static final String PROPERTIES =
      """
      type: object
          required: [at, on, id, whole, small, ratio, list, note]
          properties:
            at: {type: string, format: date-time}
            on: {type: string, format: date}
            id: {type: string, format: uuid}
            whole: {type: integer}
            small: {type: integer, maximum: 9}
            ratio: {type: number}
            list: {type: array, items: {type: object, required: [whole], properties: {whole: {type: integer}}}}
            note: {type: string}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String | at | String | string (date-time). | use Instant, which holds nothing else.",
        "String | on | String | string (date). | use LocalDate, which holds nothing else.",
        "Optional<String> | id | String | string (uuid). | use UUID, which holds nothing else.",
        "int | whole | int | integer, which may be larger. | use long, or bound the value by 'maximum' in the schema.",
        "short | small | short | integer, which may be larger. | use int, or bound the value by 'maximum' in the schema.",
        "float | ratio | float | number, which may be larger. | use double, or bound the value by 'maximum' in the schema.",
      })
  void looseType_isToldWhereItIsRead(
      String type, String field, String java, String schema, String fix) throws IOException {
    String parameter = "@Input(\"%s\") %s value".formatted(field, type);

    assertThat(inputProblems(parameter))
        .singleElement()
        .asString()
        .startsWith("Handlers.java:6:")
        .contains(
            ": warning: [Tasker/SchemaTypeHint] step 'make' reads input field '%s' as %s, but the input_schema says %s\n    template: templates/orders.yaml:"
                .formatted(field, java, schema))
        .endsWith("\n    fix: " + fix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Input(\"at\") java.time.Instant value",
        "@Input(\"at\") java.time.OffsetDateTime value",
        "@Input(\"on\") java.time.LocalDate value",
        "@Input(\"id\") UUID value",
        "@Input(\"whole\") long value",
        "@Input(\"whole\") java.math.BigInteger value",
        "@Input(\"small\") int value",
        "@Input(\"ratio\") double value",
        "@Input(\"note\") String value",
        "@Input tools.jackson.databind.JsonNode value",
        "@Input Map<String, tools.jackson.databind.JsonNode> value",
      })
  void tellingType_isFine(String parameter) throws IOException {
    assertThat(inputProblems(parameter)).isEmpty();
  }

  @Test
  void largeNumberOfAList_isToldWithItsPath() throws IOException {
    assertThat(
            inputProblems(
                "@Input Order order", "record Order(List<Line> list) {} record Line(int whole) {}"))
        .containsExactly(
            """
            Handlers.java:7:39: warning: [Tasker/SchemaTypeHint] step 'make' reads input field 'list[].whole' as int, but the input_schema says integer, which may be larger.
                template: templates/orders.yaml:14:81
                fix: use long, or bound the value by 'maximum' in the schema.""");
  }

  @Test
  void resultAsText_isTold() throws IOException {
    assertThat(
            project(
                    "steps:\n  - {name: make, handler: {callable: make}, result_schema: {type: object, required: [at], properties: {at: {type: string, format: date-time}}}}\n")
                .handlers(
                    "record Made(String at) {}\n@Handler static Made make() { return null; }\n")
                .problems())
        .containsExactly(
            """
            Handlers.java:7:22: warning: [Tasker/SchemaTypeHint] step 'make' returns 'at' as String, but its result_schema says string (date-time).
                template: templates/orders.yaml:5:104
                fix: use Instant, which holds nothing else.""");
  }

  @Test
  void resultOfAStepElsewhere_isToldAtItsReader() throws IOException {
    assertThat(
            project(
                    """
                    steps:
                      - {name: away, handler: {callable: away}, result_schema: {type: object, required: [n], properties: {n: {type: integer}}}}
                      - {name: make, handler: {callable: make}, dependencies: [away]}
                    """)
                .option("-Atasker.unresolved=warn")
                .handlers(
                    "@Handler static int make(@Depends(value = \"away\", path = \"n\") int n) { return n; }\n")
                .problems())
        .filteredOn(problem -> !problem.contains("UnknownCallable"))
        .containsExactly(
            """
            Handlers.java:6:67: warning: [Tasker/SchemaTypeHint] step 'make' reads 'n' of 'away' as int, but its result_schema says integer, which may be larger.
                template: templates/orders.yaml:5:103
                fix: use long, or bound the value by 'maximum' in the schema.""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Input Map<String, Object> value | the input as Map<String, Object>, so nothing checks what it reads of it, though its input_schema",
        "@Input(\"list\") Object value | input field 'list' as Object, so nothing checks what it reads of it, though its input_schema",
        "@Input Map<String, ?> value | the input as Map<String, ?>, so nothing checks what it reads of it, though its input_schema",
      })
  void mapOfAnything_isTold(String parameter, String headline) throws IOException {
    assertThat(inputProblems(parameter))
        .singleElement()
        .asString()
        .contains(
            ": warning: [Tasker/UntypedParameter] step 'make' takes "
                + headline
                + " says what is there.\n");
  }

  @Test
  void resultAsAMapOfAnything_isTold() throws IOException {
    assertThat(results("@Depends(\"make\") Map<String, Object> made").problems())
        .singleElement()
        .asString()
        .contains(
            "[Tasker/UntypedParameter] step 'use' takes the result of 'make' as Map<String, Object>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@Depends(value = \"make\", path = \"a\") int a | 'b' of 'make'",
        "@Depends(\"make\") A made | 'b' of 'make'",
        // By any of these it may be read; a result of which nothing is read is for the caller.
        "@Depends(\"make\") Made made | ",
        "@Depends(\"make\") tools.jackson.databind.JsonNode made | ",
        "@Depends(value = \"make\", path = \"a\") int a, StepContext context | ",
        "@Input(\"n\") Optional<String> n | ",
      })
  void fieldThatNoStepReads_isANote(String parameter, String field) throws IOException {
    List<String> notes = notes(results(parameter));

    if (field == null) {
      assertThat(notes).isEmpty();
    } else {
      assertThat(notes)
          .containsExactly(
              """
              Handlers.java:5:7: note: [Tasker/UnreadField] templates/orders.yaml:5:120: no step of shop/orders@1.0.0 reads %s.
                  fix: read it where it is needed, or take it out of the schema."""
                  .formatted(field));
    }
  }

  @Test
  void note_failsNoStrictBuild() throws IOException {
    var compilation = results("@Depends(value = \"make\", path = \"a\") int a").compile();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  private static List<String> notes(TemplateProject project) {
    return project.compile().diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
        .map(TemplateProject::shown)
        .filter(text -> text.contains("[Tasker/UnreadField]"))
        .toList();
  }

  private TemplateProject results(String parameter) throws IOException {
    return project(
            """
            steps:
              - {name: make, handler: {callable: make}, result_schema: {type: object, properties: {a: {type: integer, maximum: 9}, b: {type: integer, maximum: 9}}}}
              - {name: use, handler: {callable: use}, dependencies: [make]}
            """)
        .handlers(
            "record Made(int a, int b) {}\nrecord A(int a) {}\n@Handler static Made make() { return null; }\n@Handler static int use("
                + parameter
                + ") { return 1; }\n");
  }

  private List<String> inputProblems(String parameter) throws IOException {
    return inputProblems(parameter, "");
  }

  private List<String> inputProblems(String parameter, String types) throws IOException {
    String yaml =
        "input_schema:\n    "
            + PROPERTIES
            + "steps:\n  - {name: make, handler: {callable: make}}\n";
    String declared = types.isEmpty() ? "" : types + "\n";
    return project(yaml)
        .handlers(declared + "@Handler static int make(" + parameter + ") { return 1; }\n")
        .problems();
  }

  private TemplateProject project(String rest) throws IOException {
    return new TemplateProject(folder)
        .template("orders.yaml", "name: orders\nnamespace_name: shop\nversion: \"1.0.0\"\n" + rest);
  }
}
