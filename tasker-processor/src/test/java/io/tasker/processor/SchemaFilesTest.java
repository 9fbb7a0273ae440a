package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema files are what the standard says, and say of values what the runtime writes. */
class SchemaFilesTest {
  private static final String ORDERS =
      "META-INF/tasker/schemas/ecommerce/order_processing-1.0.0.json";
  private static final String CHECKOUT = "META-INF/tasker/schemas/shop/checkout-1.0.0.json";
  private static final String PAYLOADS =
      """
      enum Size { @JsonProperty("small \\"s\\"") SMALL, LARGE }
      record Node(int id, Optional<Node> next) {}
      record All(
          Map<String, List<Size>> sizes, Node node, BigDecimal price, java.time.Instant at,
          java.time.LocalDate day, java.time.Duration pause, UUID id, java.net.URI link,
          @JsonProperty("größe") byte[] bytes, @Nullable String note) {}
      @Handler static All all() {
        return new All(
            Map.of("a", List.of(Size.SMALL, Size.LARGE)), new Node(1, Optional.of(new Node(2, Optional.empty()))),
            new BigDecimal("1.50"), java.time.Instant.EPOCH, java.time.LocalDate.EPOCH,
            java.time.Duration.ofSeconds(90), new UUID(1, 2), java.net.URI.create("https://example.com/a"),
            new byte[] {1}, null);
      }
      @Handler static List<Node> nodes() { return List.of(new Node(1, Optional.empty())); }
      @Handler static long number() { return 5_000_000_000L; }
      @Handler static Size size() { return Size.SMALL; }
      @Handler static Optional<Node> none() { return Optional.empty(); }
      @Handler static void nothing(@Input All all) {}
      """;

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Schema META_SCHEMA =
      SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  @TempDir Path folder;

  private static Map<String, String> schemas(Compilation compilation) throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().contains("META-INF/tasker/schemas/")) {
        String text = new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
        schemas.put(file.getName().replaceFirst(".*META-INF/tasker/schemas/", ""), text);
      }
    }
    return schemas;
  }

  @Test
  void file_hasTheInputAndTheResults() throws IOException {
    Compilation compilation = Compilations.compile(Compilations.orders());

    assertThat(schemas(compilation)).containsOnlyKeys("ecommerce/order_processing-1.0.0.json");
    Goldens.assertMatches(
        "order_processing-schemas.json", Compilations.resource(compilation, ORDERS));
  }

  @Test
  void files_followTheMetaSchema() throws IOException {
    Map<String, String> schemas =
        schemas(
            Compilations.compile(
                Compilations.orders(),
                JavaFileObjects.forResource("sources/kinds/Approval.java"),
                JavaFileObjects.forResource("sources/kinds/Nightly.java")));

    assertThat(schemas).hasSize(3);
    schemas.forEach(
        (name, text) ->
            assertThat(META_SCHEMA.validate(text, InputFormat.JSON)).as(name).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "nodes", "number", "size", "none"})
  void result_fitsItsSchema(String step) throws Exception {
    try (PayloadLab lab = new PayloadLab(folder, PAYLOADS)) {
      String text = lab.file(CHECKOUT);
      Schema schema = definition(text, "results:" + step);

      assertThat(META_SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
      assertThat(schema.validate(lab.result(step).toString(), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate("{\"size\": 1}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void input_takesWhatTheCodecWrites() throws Exception {
    try (PayloadLab lab = new PayloadLab(folder, PAYLOADS)) {
      Schema schema = definition(lab.file(CHECKOUT), "input");

      assertThat(schema.validate(lab.result("all").toString(), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }
  }

  /** Returns the document with a reference to one of its schemas, which it has by id. */
  private static Schema definition(String document, String part) {
    String reference = "{\"$ref\": \"urn:tasker:shop:checkout-1.0.0:%s\",".formatted(part);
    return SCHEMAS.getSchema(reference + document.substring(1), InputFormat.JSON);
  }

  @Test
  void template_keepsWhatItsSchemasSay() throws IOException {
    Compilation compilation =
        new TemplateProject(folder)
            .template(
                "a.yaml",
                """
                name: checkout
                namespace_name: shop
                version: "1.0.0"
                input_schema:
                  $id: "https://example.com/checkout"
                  type: object
                  properties:
                    n: {type: number, maximum: 1.5e3}
                    any: {default: null, enum: [1, true, null, "a\\n\\u0001\\"", [], {}, {a: [{b: 1}]}]}
                steps:
                  - name: a
                    handler: {callable: a}
                    result_schema: {type: integer, minimum: -1}
                """)
            .handlers("@Handler(\"a\") static int a() { return 1; }\n")
            .compile();

    Goldens.assertMatches("checkout-schemas.json", Compilations.resource(compilation, CHECKOUT));
  }
}
