package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workflow that compiles runs, by reference and through JSON alike. */
class PayloadRunTest {
  private static final String TREES =
      """
      record Folder(String name, List<Folder> children) {}
      record Sized(int size, List<Sized> children, Optional<Sized> link) {}
      @Handler static String names(@Input("tree") Folder folder) {
        return folder.name() + String.join("", folder.children().stream().map(Checkout::names).toList());
      }
      @Handler static int sum(@Input("tree") Sized sized) {
        return sized.size()
            + sized.link().map(Checkout::sum).orElse(0)
            + sized.children().stream().mapToInt(Checkout::sum).sum();
      }
      """;

  private static final String TREE =
      """
      {"name":"a","size":1,"link":{"size":2,"children":[]},"children":[
        {"name":"b","size":3,"children":[{"name":"c","size":4,"children":[]}]}]}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recursiveField_readAsTwoRecords(boolean throughJson) throws Exception {
    try (PayloadLab lab = new PayloadLab(folder, TREES)) {
      var result = lab.run(throughJson, "{\"tree\":" + TREE + "}").orThrow();

      assertThat(result.result("names", String.class)).isEqualTo("abc");
      assertThat(result.result("sum", int.class)).isEqualTo(10);
    }
  }

  @Test
  void recursiveField_readAsTwoRecords_hasWhatBothRequireAtEachDepth() throws IOException {
    try (PayloadLab lab = new PayloadLab(folder, TREES)) {
      assertThat(lab.problemsOfInput("{\"tree\":" + TREE + "}")).isEmpty();
      for (String lacking :
          List.of(
              "{\"size\":1,\"children\":[]}",
              "{\"name\":\"\",\"size\":1,\"children\":[{\"name\":\"\",\"children\":[]}]}",
              "{\"name\":\"\",\"size\":1,\"children\":[{\"size\":1,\"children\":[]}]}",
              "{\"name\":\"\",\"size\":1,\"children\":[],\"link\":{\"children\":[]}}")) {
        assertThat(lab.problemsOfInput("{\"tree\":" + lacking + "}")).as(lacking).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void defaultWithLineSeparators(boolean throughJson) throws Exception {
    String body =
        """
        @Handler static int length(
            @Input(value = "a", defaultValue = "\\u2028\\u2029\\u0085\\u200b\\ud83d\\ude00\\\\\\t") String text,
            @Input(value = "\\u2028", defaultValue = "x") String other) {
          return text.codePointAt(0) + text.codePointAt(1) + text.codePointAt(2) + text.length();
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.run(throughJson, "{}").orThrow().result("length", int.class))
          .isEqualTo(0x2028 + 0x2029 + 0x85 + 8);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recursiveRecords_whoseNamesDifferInLettersThatPointersLack(boolean throughJson)
      throws Exception {
    String body =
        """
        record Gröe(int a, List<Gröe> next) {}
        record Grüe(String b, List<Grüe> next) {}
        record Both(Gröe left, Grüe right) {}
        @Handler static Both make(@Input("both") Both both) { return both; }
        @Handler static String read(@Depends("make") Both both) {
          return both.left().a() + both.right().b() + both.right().next().get(0).b();
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      String input =
          "{\"both\":{\"left\":{\"a\":1,\"next\":[]},"
              + "\"right\":{\"b\":\"x\",\"next\":[{\"b\":\"y\",\"next\":[]}]}}}";
      assertThat(lab.run(throughJson, input).orThrow().result("read", String.class))
          .isEqualTo("1xy");
    }
  }

  /** What holds for a value within a record holds for it within a list or a map, too. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nullableElements(boolean throughJson) throws Exception {
    String body =
        """
        @Handler static List<@Nullable Integer> make(@Input("in") ArrayList<@Nullable Integer> in) {
          return in;
        }
        @Handler static HashMap<String, @Nullable Integer> map() {
          return new HashMap<>(Collections.singletonMap("a", null));
        }
        @Handler static int read(
            @Depends("make") List<@Nullable Integer> list,
            @Depends("map") Map<String, @Nullable Integer> map) {
          return list.size() + map.size();
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.run(throughJson, "{\"in\":[1,null]}").orThrow().result("read", int.class))
          .isEqualTo(3);
      assertThat(lab.problemsOfResult("make", "[null]")).isEmpty();
      assertThat(lab.problemsOfResult("make", "[true]")).isNotEmpty();
      assertThat(lab.problemsOfResult("map", "{\"a\":null}")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void enumsOfTheJdk(boolean throughJson) throws Exception {
    String body =
        """
        record Dates(
            java.time.Month month, java.time.DayOfWeek day, java.util.concurrent.TimeUnit unit,
            Map<java.time.Month, Integer> months) {}
        @Handler static Dates make(@Input(value = "m", defaultValue = "7") java.time.Month month) {
          return new Dates(
              month, java.time.DayOfWeek.MONDAY, java.util.concurrent.TimeUnit.DAYS, Map.of(month, 1));
        }
        @Handler static String read(@Depends("make") Dates dates) {
          return dates.month() + " " + dates.day() + " " + dates.unit() + dates.months();
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.run(throughJson, "{}").orThrow().result("read", String.class))
          .isEqualTo("JULY MONDAY DAYS{JULY=1}");
      assertThat(lab.problemsOfInput("{\"m\":13}")).hasSize(1);
      assertThat(
              lab.problemsOfResult(
                  "make",
                  "{\"month\":7,\"day\":\"MONDAY\",\"unit\":\"DAYS\",\"months\":{\"JULY\":1}}"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keysThatFit(boolean throughJson) throws Exception {
    String body =
        """
        enum Size { SMALL, LARGE }
        enum Name { @JsonAlias("SMALL") S, LARGE, count }
        record Sizes(int count) {}
        @Handler static Map<Integer, String> numbers() { return Map.of(1, "a"); }
        @Handler static Map<Size, String> sizes() { return Map.of(Size.SMALL, "a"); }
        @Handler static Sizes record() { return new Sizes(1); }
        @Handler static int read(
            @Depends("numbers") Map<Long, String> longs,
            @Depends("numbers") Map<String, String> texts,
            @Depends("numbers") TreeMap<BigDecimal, String> decimals,
            @Depends("sizes") Map<Name, String> names,
            @Depends("record") Map<Name, Integer> fields,
            @Depends("record") Map<String, Long> all,
            @Input(value = "d", defaultValue = "{\\"1\\":\\"x\\"}") Map<Integer, String> defaults) {
          return longs.size() + texts.size() + decimals.size() + names.size() + fields.size()
              + all.size() + defaults.size();
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.run(throughJson, "{}").orThrow().result("read", int.class)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void defaultsOfOpenTypesAndAliases(boolean throughJson) throws Exception {
    String body =
        """
        enum Size { @JsonAlias("S") SMALL, LARGE }
        @Handler static String read(
            @Input(value = "zone", defaultValue = "Europe/Paris") java.time.ZoneId zone,
            @Input(value = "any", defaultValue = "x") Object any,
            @Input(value = "number", defaultValue = "7") Object number,
            @Input(value = "size", defaultValue = "S") Size size) {
          return zone + " " + any + " " + number + " " + size;
        }
        """;
    try (PayloadLab lab = new PayloadLab(folder, body)) {
      assertThat(lab.run(throughJson, "{}").orThrow().result("read", String.class))
          .isEqualTo("Europe/Paris x 7 SMALL");
      assertThat(lab.problemsOfInput("{\"size\":\"S\"}")).isEmpty();
    }
  }
}
