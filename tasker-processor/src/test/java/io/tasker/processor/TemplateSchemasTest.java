package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of handlers against the schemas of templates. */
class TemplateSchemasTest {
  private static final String HEAD = "name: orders\nnamespace_name: shop\nversion: \"1.0.0\"\n";

  private static final String TYPES =
      """
      enum Status { paid, declined }
      record Item(String sku, int quantity) {}
      record Cart(List<Item> items, Status status, Optional<String> note, java.time.Instant at) {}
      record Node(int value, Optional<Node> next) {}
      record Few(int count) {}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | {type: integer}",
        "double | {type: number}",
        "long | {type: number}",
        "java.util.UUID | {type: string}",
        "java.util.UUID | {type: string, format: uuid}",
        "Status | {type: string, enum: [paid, declined, open]}",
        "Status | {type: string}",
        "String | {type: string, enum: [a, b]}",
        "Optional<Integer> | {type: [integer, 'null']}",
        "Optional<Integer> | {anyOf: [{type: integer}, {type: 'null'}]}",
        "List<Item> | {type: array, items: {type: object, properties: {sku: {type: string}, quantity: {type: integer}}}}",
        "Map<String, Integer> | {type: object, additionalProperties: {type: integer}}",
        "Few | {type: object, additionalProperties: true}",
        "Few | {oneOf: [{type: integer}, {type: string}]}",
        "Node | {$ref: '#/$defs/node', $defs: {node: {type: object, required: [value], properties: {value: {type: integer}, next: {$ref: '#/$defs/node'}}}}}",
      })
  void result_fitsItsSchema(String type, String schema) throws IOException {
    assertThat(resultProblems(type, schema)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String | {type: integer} | returns String, but its result_schema says integer.",
        "double | {type: integer} | returns double, but its result_schema says integer.",
        "Status | {type: string, enum: [paid]} | returns Status, but its result_schema says one of paid.",
        "java.util.UUID | {type: string, format: date} | returns UUID, but its result_schema says string (date).",
        "int | {type: object, additionalProperties: true} | returns int, but its result_schema says object.",
        "Optional<Integer> | {type: integer} | returns Optional<Integer>, which may be absent, but its result_schema takes no null.",
        "Few | {type: object, required: [count, sum], properties: {count: {type: integer}, sum: {type: integer}}} | returns Few without 'sum', which its result_schema requires.",
        "List<Item> | {type: array, items: {type: object, properties: {sku: {type: string}, quantity: {type: string}}}} | returns '[].quantity' of List<Item> as int, but its result_schema says string.",
        "Cart | {type: object, required: [note], properties: {note: {type: string}, items: {type: array, items: {}}, status: {}, at: {}}} | returns Cart, whose 'note' may be absent, but its result_schema requires it.",
        "void | {type: integer} | returns nothing, but its result_schema says integer.",
      })
  void result_thatDoesNotFit_isTold(String type, String schema, String headline)
      throws IOException {
    assertThat(resultProblems(type, schema))
        .singleElement()
        .asString()
        .startsWith("Handlers.java:")
        .contains(": error: [Tasker/ResultSchemaMismatch] step 'make' " + headline + "\n")
        .contains("template: templates/orders.yaml:6:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Few | approved | error: [Tasker/ResultSchemaMismatch] step 'make' returns Few without 'approved', which its result_schema requires.",
        "Cart | note | error: [Tasker/ResultSchemaMismatch] step 'make' returns Cart, whose 'note' may be absent, but its result_schema requires it.",
        "Few | count |",
        // Nearly a property: the template warns of it.
        "Few | ratoi |",
        "Map<String, Integer> | approved |",
      })
  void requiredField_needsNoDeclaration(String type, String field, String error)
      throws IOException {
    String schema =
        "{type: object, additionalProperties: true, required: [%s], properties: {ratio: {}}}";
    List<String> errors =
        resultProblems(type, schema.formatted(field)).stream()
            .filter(problem -> problem.contains(": error: "))
            .toList();

    if (error == null) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).singleElement().asString().contains(error + "\n");
    }
  }

  @Test
  void placeInTheTemplate_isThePartThatDisagrees() throws IOException {
    assertThat(
            resultProblems(
                "List<Item>",
                "{type: array, items: {type: object, properties: {sku: {type: string}, quantity: {type: string}}}}"))
        .containsExactly(
            """
            Handlers.java:11:28: error: [Tasker/ResultSchemaMismatch] step 'make' returns '[].quantity' of List<Item> as int, but its result_schema says string.
                template: templates/orders.yaml:6:90
                fix: change the result_schema, or what Handlers.make() returns.""");
  }

  @Test
  void forbiddenField_isAnError() throws IOException {
    assertThat(
            resultProblems(
                "Item",
                "{type: object, additionalProperties: false, properties: {sku: {type: string}}}"))
        .singleElement()
        .asString()
        .contains(
            "error: [Tasker/UndeclaredResult] step 'make' returns Item with 'quantity', which its result_schema forbids.");
  }

  @Test
  void brokenSchema_isToldOnceAndNotCompared() throws IOException {
    assertThat(resultProblems("String", "{type: intger}"))
        .singleElement()
        .asString()
        .contains("[Tasker/UnknownSchemaType] templates/orders.yaml:6:27:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Input(\"items\") List<Item> items",
        "@Input(\"count\") int count",
        "@Input(\"count\") java.math.BigDecimal count",
        "@Input(\"status\") Status status",
        "@Input(\"note\") Optional<String> note",
        "@Input(value = \"note\", defaultValue = \"\") String note",
        "@Input tools.jackson.databind.JsonNode all",
        "@Input Few few",
      })
  void input_canBeRead(String parameter) throws IOException {
    assertThat(inputProblems(parameter)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Input(\"note\") String note | InputSchemaMismatch] step 'make' needs input field 'note', which the input_schema does not require.",
        "@Input(\"ratio\") int ratio | InputSchemaMismatch] step 'make' reads input field 'ratio' as int, but the input_schema says number.",
        "@Input(\"name\") Status name | InputSchemaMismatch] step 'make' reads input field 'name' as Status, but the input_schema says string.",
        "@Input(\"count\") String count | InputSchemaMismatch] step 'make' reads input field 'count' as String, but the input_schema says integer.",
        "@Input(\"items\") List<String> items | InputSchemaMismatch] step 'make' reads input field 'items[]' as String, but the input_schema says object.",
        "@Input Cart cart | UndeclaredInput] step 'make' reads input field 'at', which the input_schema does not declare.",
        "@Input(\"items\") List<Few> items | UndeclaredInput] step 'make' reads input field 'items[].count', which the input_schema does not declare.",
        "@Input(\"stock\") java.util.Map<String, Few> stock | UndeclaredInput] step 'make' reads input field 'stock{}.count', which the input_schema does not declare.",
      })
  void input_thatCannotBeRead_isTold(String parameter, String headline) throws IOException {
    assertThat(inputProblems(parameter))
        .singleElement()
        .asString()
        .contains(": [Tasker/" + headline + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Depends(\"away\") Few few",
        "@Depends(value = \"away\", path = \"count\") long count",
        "@Depends(value = \"away\", path = \"note\") Optional<String> note",
      })
  void schemaOfAStepElsewhere_canBeRead(String parameter) throws IOException {
    assertThat(elsewhereProblems(parameter)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Depends(value = \"away\", path = \"cnt\") int count | UnknownField] step 'make' reads 'cnt' of 'away', but its result_schema has no field 'cnt'.",
        "@Depends(\"away\") Item item | UnknownField] step 'make' reads 'sku' of 'away', but its result_schema has no field 'sku'.",
        "@Depends(\"away\") int number | DependencyTypeMismatch] step 'make' reads 'away' as int, but its result_schema says object.",
        "@Depends(value = \"away\", path = \"count\") String count | DependencyTypeMismatch] step 'make' reads 'count' of 'away' as String, but its result_schema says integer.",
        "@Depends(value = \"away\", path = \"note\") String note | DependencyTypeMismatch] step 'make' needs 'note' of 'away', which its result_schema does not require.",
      })
  void schemaOfAStepElsewhere_thatDoesNotFit_isTold(String parameter, String headline)
      throws IOException {
    assertThat(elsewhereProblems(parameter))
        .singleElement()
        .asString()
        .contains(": error: [Tasker/" + headline + "\n")
        .contains("template: templates/orders.yaml:6:");
  }

  private List<String> resultProblems(String type, String schema) throws IOException {
    String body = type.equals("void") ? "" : "throw new AssertionError();";
    return new TemplateProject(folder)
        .template(
            "orders.yaml",
            HEAD
                + "steps:\n  - {name: make, handler: {callable: make},\n    result_schema: "
                + schema
                + "}\n")
        .handlers(TYPES + "@Handler static " + type + " make() { " + body + " }\n")
        .problems();
  }

  private List<String> inputProblems(String parameter) throws IOException {
    return new TemplateProject(folder)
        .template(
            "orders.yaml",
            HEAD
                + """
                input_schema:
                  type: object
                  required: [items, stock, count, status, ratio, name]
                  properties:
                    items: {type: array, items: {type: object, required: [sku, quantity], properties: {sku: {type: string}, quantity: {type: integer, maximum: 100}}}}
                    stock: {type: object, additionalProperties: {type: object, properties: {sku: {type: string}}}}
                    count: {type: integer, maximum: 100}
                    status: {type: string, enum: [paid]}
                    ratio: {type: number}
                    name: {type: string}
                    note: {type: string}
                steps:
                  - {name: make, handler: {callable: make}}
                """)
        .handlers(TYPES + "@Handler static int make(" + parameter + ") { return 1; }\n")
        .problems();
  }

  private List<String> elsewhereProblems(String parameter) throws IOException {
    return new TemplateProject(folder)
            .option("-Atasker.unresolved=warn")
            .template(
                "orders.yaml",
                HEAD
                    + """
                steps:
                  - {name: away, handler: {callable: elsewhere},
                    result_schema: {type: object, required: [count], properties: {count: {type: integer, maximum: 100}, note: {type: string}}}}
                  - {name: make, dependencies: [away], handler: {callable: make}}
                """)
            .handlers(TYPES + "@Handler static int make(" + parameter + ") { return 1; }\n")
            .problems()
            .stream()
            .filter(problem -> !problem.contains("[Tasker/UnknownCallable]"))
            .toList();
  }
}
