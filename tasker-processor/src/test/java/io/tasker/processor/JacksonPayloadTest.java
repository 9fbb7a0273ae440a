package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the compiler says about Jackson's annotations and conventions is what Jackson does. */
class JacksonPayloadTest {
  @TempDir Path folder;

  /** The fields that a result really has are those of its schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "record X(int a, @JsonIgnore Optional<String> b) {} | new X(1, Optional.of(``)) | a",
        "record X(int a, @JsonIgnore(false) int b) {} | new X(1, 2) | a b",
        "record X(int a, @JsonProperty(access = JsonProperty.Access.READ_ONLY) int b) {} | new X(1, 2) | a b",
        "record X(int a, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) int b) {} | new X(1, 2) | a",
        "@JsonIgnoreProperties(\"b_c\") record X(int a, int bC) {} | new X(1, 2) | a",
        "@JsonIgnoreProperties(\"bC\") record X(int a, int bC) {} | new X(1, 2) | a b_c",
        "@JsonIgnoreProperties(value = \"b\", allowGetters = true) record X(int a, int b) {} | new X(1, 2) | a b",
        "@JsonIgnoreProperties(value = \"b\", allowSetters = true) record X(int a, int b) {} | new X(1, 2) | a",
        "@JsonIgnoreType record T(int t) {} record X(int a, T b) {} | new X(1, new T(1)) | a",
        "record X(@JsonAlias({\"old\", \"older\"}) int a) {} | new X(1) | a",
        "record X(int a) { public int getTwice() { return 2; } public Boolean isBig() { return true; } } | new X(1) | a big twice",
        "record X(int a) { public int getURL() { return 2; } public int getfoo() { return 1; } int getHidden() { return 1; } public int total() { return 1; } } | new X(1) | a foo url",
        "record X(int a) { @JsonIgnore public int getTwice() { return 2; } } | new X(1) | a",
        "record X(int a) { @JsonProperty int total() { return 2; } } | new X(1) | a total",
        "interface Named { default String getName() { return ``; } } record X(int a) implements Named {} | new X(1) | a name",
        "record X(int getA) {} | new X(1) | get_a",
        "public static class X { public transient int a; public int b; } | new X() | b",
        "public static class X { private transient int a; public int getA() { return a; } } | new X() | a",
        "public static class X { private int a; private int b; @JsonProperty private int c; public Boolean isOpen() { return true; } public void setB(int b) { this.b = b; } } | new X() | c open",
        "public static class X { private int a; @JsonProperty(\"z\") public int getA() { return a; } public static int getNone() { return 1; } } | new X() | z",
      })
  void written(String declarations, String made, String fields) throws Exception {
    String body = declarations + "\n@Handler static X make() { return " + made + "; }\n";
    try (PayloadLab lab = new PayloadLab(folder, body.replace("``", "\"\""))) {
      assertThat(names(lab.result("make"))).isEqualTo(fields);
      assertThat(String.join(" ", lab.fieldsOfResult("make"))).isEqualTo(fields);
    }
  }

  /** What may be left out of a result is not required by its schema, and nothing else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NON_NULL    | int a, String b | 0, \"\" | false",
        "NON_ABSENT  | int a, @Nullable String b | 0, null | false",
        "NON_EMPTY   | int a, String b, List<String> c, boolean d | 0, \"\", List.of(), false | false",
        "NON_DEFAULT | int a, String b | 0, null | true",
        "ALWAYS      | int a, String b | 0, \"\" | false",
        "USE_DEFAULTS | int a, String b | 0, \"\" | false",
      })
  void leftOut(String include, String components, String values, boolean empty) throws Exception {
    String body =
        """
        @JsonInclude(JsonInclude.Include.%s) record X(%s) {}
        @Handler static X make() { return new X(%s); }
        """
            .formatted(include, components, values);
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      JsonNode written = lab.result("make");
      assertThat(written.isEmpty()).isEqualTo(empty);
      assertThat(lab.problemsOfResult("make", written.toString())).isEmpty();
      for (String name : names(written).split(" ", -1)) {
        if (!name.isEmpty()) {
          assertThat(lab.problemsOfResult("make", without(written, name))).hasSize(1);
        }
      }
    }
  }

  @Test
  void leftOutByAFilter_evenANumber() throws Exception {
    String body =
        """
        static final class Zero {
          @Override public boolean equals(Object value) { return value.equals(0); }
          @Override public int hashCode() { return 0; }
        }
        record X(@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Zero.class) int a) {}
        @Handler static X make() { return new X(0); }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      JsonNode written = lab.result("make");
      assertThat(written.isEmpty()).isTrue();
      assertThat(lab.problemsOfResult("make", written.toString())).isEmpty();
    }
  }

  /** An input can be read if, and only if, its schema takes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "record X(int a, @JsonIgnore Optional<String> b) {} # {`a`:1} | {`a`:1,`b`:2} | {}",
        "record X(int a, @JsonProperty(access = JsonProperty.Access.READ_ONLY) Optional<String> b) {} # {`a`:1,`b`:2} | {`a`:1} | {`b`:``}",
        "record X(int a, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) int b) {} # {`a`:1,`b`:2} | {`a`:1} | {`b`:2}",
        "@JsonIgnoreProperties(value = `b`, allowSetters = true) record X(int a, int b) {} # {`a`:1,`b`:2} | {`a`:1} | {`b`:2}",
        "record X(@JsonAlias({`old`, `oldOne`}) int a) {} # {`a`:1} | {`old`:1} | {`oldOne`:1} | {`old_one`:1} | {`old`:``} | {}",
        "record X(int a) { public int getTwice() { return 2; } } # {`a`:1} | {`a`:1,`twice`:``} | {}",
        "@JsonInclude(JsonInclude.Include.NON_EMPTY) record X(String a) {} # {`a`:``} | {}",
        "public static class X { public int a; private int b; public int getB() { return b; } } # {} | {`a`:``} | {`b`:``} | {`a`:1,`b`:1}",
        "public static class X { private final int a = 1; public int getA() { return a; } } # {} | {`a`:``}",
        "public static class X { private int a; void setB(int b) { a = b; } @JsonProperty private int c; } # {} | {`b`:``} | {`a`:``} | {`c`:``}",
      })
  void read(String declarations, String inputs) throws Exception {
    String body = declarations + "\n@Handler static int take(@Input(`x`) X x) { return 1; }\n";
    try (PayloadLab lab = new PayloadLab(folder, body.replace('`', '"'))) {
      for (String input : inputs.replace('`', '"').split(" \\| ", -1)) {
        assertThat(lab.problemsOfInput("{\"x\":" + input + "}").isEmpty())
            .as(input)
            .isEqualTo(lab.isRead("take", input));
      }
    }
  }

  /** What is not refused as unreadable can be read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "record X(Map<UUID, Integer> m) {} # {`m`:{`6f1c2b9e-8a64-4d5c-9a57-5a0f5e7b1d11`:1}}",
        "record X(Map<java.time.LocalDate, Integer> m, Map<Boolean, Integer> n) {} # {`m`:{`2026-01-01`:1},`n`:{`true`:1}}",
        "record X(Map<Long, Integer> m, Map<BigDecimal, Integer> n) {} # {`m`:{`1`:1},`n`:{`1.5`:1}}",
        "enum E { A, @JsonProperty(`bee`) B } record X(Map<E, Integer> m) {} # {`m`:{`bee`:1}}",
        "record Sku(String code) {} record X(Map<Sku, Integer> m) {} # {`m`:{`a`:1}}",
        "record Sku(@JsonValue int code) { @JsonCreator static Sku of(String s) { return new Sku(1); } } record X(Map<Sku, Integer> m) {} # {`m`:{`1`:1}}",
        "public static class X { public int a; private X() {} X(int a) {} } # {`a`:1}",
        "public static class X { private final String a; public X(String a) { this.a = a; } } # `1`",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(Y.class)) interface X {} @JsonTypeName(`y`) record Y(int a) implements X {} # {`@type`:`y`,`a`:1}",
      })
  void readable(String declarations, String input) throws Exception {
    String body = declarations + "\n@Handler static int take(@Input(`x`) X x) { return 1; }\n";
    try (PayloadLab lab = new PayloadLab(folder, body.replace('`', '"'))) {
      String json = input.replace('`', '"');
      assertThat(lab.isRead("take", json)).isTrue();
      assertThat(lab.problemsOfInput("{\"x\":" + json + "}")).isEmpty();
    }
  }

  /** A type with type information that it inherits has fields nobody but Jackson knows. */
  @Test
  void inheritedTypeInformation_makesATypeOpen() throws Exception {
    String body =
        """
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) interface Shape {}
        record Circle(double r) implements Shape {}
        interface Text { @JsonValue String text(); }
        record Code(String text) implements Text {}
        record Both(Circle circle, Code code, @JsonFormat(shape = JsonFormat.Shape.STRING) int n) {}
        @Handler static Both make() { return new Both(new Circle(1), new Code("c"), 1); }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.problemsOfResult("make", lab.result("make").toString())).isEmpty();
      assertThat(lab.problemsOfResult("make", "{\"circle\":1,\"code\":1,\"n\":\"1\"}")).isEmpty();
    }
  }

  private static String names(JsonNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  private static String without(JsonNode object, String name) {
    return object.properties().stream()
        .filter(entry -> !entry.getKey().equals(name))
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
