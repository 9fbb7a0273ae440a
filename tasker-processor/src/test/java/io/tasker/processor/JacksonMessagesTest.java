package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read because of Jackson's annotations is told where something needs it. */
class JacksonMessagesTest {

  @Test
  void requiredComponentThatIsNeverRead_isToldAtItsReaders() {
    assertThat(
            messages(
                """
                record Card(String number, @JsonIgnore String pin) {}
                record Order(List<Card> cards) {}
                @Handler static Order order() { return null; }
                @Handler static int pay(@Depends("order") Order order) { return 1; }
                """))
        .containsExactly(
            """
            [Tasker/UnreadableParameter] step 'pay' takes Order as 'order', which cannot be read from JSON: Order.cards.pin is never read from JSON, but required.
              path: Order -> cards: List<Card> -> pin: String
              fix: declare 'pin' as Optional<String>, or let Jackson read it.""");
  }

  @Test
  void readOnlyComponent_cannotBeReadButBeProjected() {
    String read =
        "record Part(int sum) {}\n@Handler static int b(@Depends(\"a\") %s x) { return 1; }";
    String type =
        """
        record Sum(@JsonProperty(access = JsonProperty.Access.READ_ONLY) int sum) {}
        @Handler static Sum a() { return null; }
        """;

    assertThat(messages(type + read.formatted("Part"))).isEmpty();
    assertThat(messages(type + read.formatted("Sum")))
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("[Tasker/UnreadableParameter]"));
  }

  @Test
  void writeOnlyComponent_isNotThereForALaterStep() {
    assertThat(
            messages(
                """
                record Card(String id, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String pin) {}
                @Handler static Card card(@Input("card") Card card) { return card; }
                @Handler static int pay(@Depends("card") Card card) { return 1; }
                """))
        .containsExactly(
            """
            [Tasker/UnknownField] Card of step 'pay' reads field 'pin' of 'card', but Card does not write it.
              consumer: shop.Checkout.pay(card)  shop.Checkout.Card
              producer: shop.Checkout.card()     shop.Checkout.Card
              fix: declare 'pin' as Optional<String>, or let Jackson write it.""");
  }

  @Test
  void componentThatIsLeftOutWhereEmpty_cannotBeRequired() {
    String type =
        """
        record Cart(@JsonInclude(JsonInclude.Include.%s) String note) {}
        record Note(String note) {}
        @Handler static Cart a() { return null; }
        @Handler static int b(@Depends("a") %s x) { return 1; }
        """;

    for (String reader : List.of("Cart", "Note")) {
      assertThat(messages(type.formatted("NON_NULL", reader))).isEmpty();
      assertThat(messages(type.formatted("NON_EMPTY", reader)))
          .singleElement()
          .asString()
          .startsWith(
              "[Tasker/DependencyTypeMismatch] step 'b' needs 'note' of 'a', which may be absent.");
    }
  }

  @Test
  void alias_isReadButNotWritten() {
    String type =
        """
        record Old(int total) {}
        record New(@JsonAlias("total") int sum) {}
        @Handler static %s a() { return null; }
        @Handler static int b(@Depends("a") %s x) { return 1; }
        """;

    assertThat(messages(type.formatted("Old", "New"))).isEmpty();
    assertThat(messages(type.formatted("New", "Old")))
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("[Tasker/UnknownField]"));
  }

  @Test
  void getterBesideTheComponents_isAFieldForLaterSteps() {
    assertThat(
            messages(
                """
                record Cart(int net) { public int getGross() { return 2 * net; } }
                record Gross(int gross) {}
                @Handler static Cart a() { return null; }
                @Handler static int b(@Depends("a") Gross x, @Depends(value = "a", path = "gross") int y) {
                  return 1;
                }
                @Handler static int c(@Depends("a") Cart x) { return 1; }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "interface X { int getA(); } | X | it is an interface without Jackson type information. | {'a':1,'b':2}",
        "static abstract class X { public int a; } | X | it is an abstract class without Jackson type information. | {'a':1,'b':2}",
        "record Y(List<X> xs) {} interface X { int getA(); } | Y | Y.xs is an interface without Jackson type information. | {'xs':[{'a':1}]}",
        "static class X { public int a; X(int a, int b) {} } | X | it is a class that Jackson cannot create. | {'a':1,'b':2}",
        "static class X { public int a; public X(int a, int b) {} public X(int a, int b, int c) {} } | X | it is a class that Jackson cannot create. | {'a':1,'b':2}",
        "static class X { private final int a; public X(int a, int b) { this.a = a; } public int getA() { return a; } } | X | it is a class whose constructor has parameters without names in JSON. | {'a':1,'b':2}",
        "@interface Nullable {} record X(@Nullable String a) {} | X | it is a record whose 'a' may be null by an annotation that is not on it at run time. | {}",
        "@Target(ElementType.FIELD) @Retention(RetentionPolicy.RUNTIME) @interface Nullable {} record X(@Nullable String a) {} | X | it is a record whose 'a' may be null by an annotation that is not on it at run time. | {}",
        "class X { public int a; public String toString() { return \"\" + a; } } | Map<X, String> | it is a map with keys of type X, which JSON cannot hold. | {'1':'x'}",
        "record X(Map<List<String>, String> m) {} | X | X.m is a map with keys of type List<String>, which JSON cannot hold. | {'m':{'a':'x'}}",
        "record X(Map<Optional<String>, String> m) {} | X | X.m is a map with keys of type Optional<String>, which JSON cannot hold. | {'m':{'a':'x'}}",
        "static class X { private final java.math.BigDecimal a; private X(java.math.BigDecimal a) { this.a = a; } static X of(java.math.BigDecimal a) { return new X(a); } public java.math.BigDecimal getA() { return a; } } | X | it is a class that Jackson cannot create. | {'a':1}",
        "static class X { private final int a; private X(int a) { this.a = a; } public int getA() { return a; } } | X | it is a class that Jackson cannot create. | 1",
        "static class X extends AbstractList<Integer> { public Integer get(int i) { return 1; } public int size() { return 1; } } | X | it is a collection that Jackson cannot create and fill. | [1]",
        "static class X extends ArrayList<Integer> { private static final long serialVersionUID = 1; X(int size) { super(size); } } | X | it is a collection that Jackson cannot create and fill. | [1]",
        "record X(java.util.concurrent.BlockingQueue<Integer> q) {} | X | X.q is a collection that Jackson cannot create and fill. | {'q':[1]}",
        "record X(String key, Integer value) implements Map.Entry<String, Integer> { public String getKey() { return key; } public Integer getValue() { return value; } public Integer setValue(Integer v) { return v; } } | X | it is a Map.Entry, which JSON holds as a map of one key. | {'a':3}",
        "record X(Comparable<String> c) {} | X | X.c is a type of the JDK that does not survive JSON. | {'c':'a'}",
        "record X(Map<int[], String> m) {} | X | X.m is a map with keys of type int[], which JSON cannot hold. | {'m':{'a':'x'}}",
      })
  void typeThatCannotBeCreated_isToldAtItsReadersOnly(
      String types, String type, String why, String json, @TempDir Path folder) throws IOException {
    String write = "@Handler static %s a() { return null; }\n".formatted(type);
    String read = "@Handler static int b(@Depends(\"a\") %s x) { return 1; }".formatted(type);

    try (PayloadLab lab = new PayloadLab(folder, types + write)) {
      assertThat(lab.isReadBack("a", json.replace('\'', '"'))).isFalse();
    }
    assertThat(messages(types + write + read))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.lines().findFirst())
                    .contains(
                        "[Tasker/UnreadableParameter] step 'b' takes "
                            + type
                            + " as 'x', which cannot be read from JSON: "
                            + why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "static class X { private final int a; public X(@JsonProperty(\"a\") int a, @JsonProperty(\"b\") int b) { this.a = a; } public int getA() { return a; } } | X | {'a':1,'b':2}",
        "@Retention(RetentionPolicy.RUNTIME) @interface Nullable {} record X(@Nullable String a) {} | X | {}",
        "@Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME) @interface Nullable {} record X(@Nullable String a) {} | X | {}",
        "record X(String a) { @Override public String toString() { return a; } } | Map<X, String> | {'1':'x'}",
        "record X(@JsonValue String a) {} | Map<X, String> | {'1':'x'}",
        "record X(@JsonKey String a) {} | Map<X, String> | {'1':'x'}",
        "static class Y { @Override public String toString() { return \"\"; } } static class X extends Y { public X(String a) {} } | Map<X, String> | {'1':'x'}",
      })
  void typeThatCanBeCreated_isFine(String types, String type, String json, @TempDir Path folder)
      throws IOException {
    String write = "@Handler static %s a() { return null; }\n".formatted(type);
    String read = "@Handler static int b(@Depends(\"a\") %s x) { return 1; }".formatted(type);

    assertThat(messages(types + write + read)).isEmpty();
    try (PayloadLab lab = new PayloadLab(folder, types + write)) {
      assertThat(lab.isReadBack("a", json.replace('\'', '"'))).isTrue();
    }
  }

  /** By reference such a field would pass, and be another one on a cluster. */
  @Test
  void finalFieldOfABean_isLostInJson() {
    String type =
        """
        static class X {
          public final int a;
          static final int NONE = 0;
          public final String kind = "x";
          X() { a = 0; }
          X(int a) { this.a = a; }
        }
        @Handler static X a() { return new X(1); }
        """;
    String read = "@Handler static int b(@Depends(\"a\") X x) { return 1; }";

    assertThat(messages(type)).isEmpty();
    assertThat(messages(type + read))
        .containsExactly(
            """
            [Tasker/UnreadableParameter] step 'b' takes X as 'x', which cannot be read from JSON: it is a class whose final field 'a' cannot be set after it was created.
              fix: make X a record, or the field not final.""");
    assertThat(messages(type.replace("final int a", "int a") + read)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "record X(int orderId, int order_id) {} | X | it is a type whose 'orderId' and 'order_id' both are 'order_id' in JSON.",
        "record X(@JsonProperty(\"x\") int a, @JsonProperty(\"x\") int b) {} | X | it is a type whose 'a' and 'b' both are 'x' in JSON.",
        "static class X { public int a; public int A; } | X | it is a type whose 'a' and 'A' both are 'a' in JSON.",
        "record X<T>(T t, List<X<List<T>>> deep) {} | X<String> | X<String>.deep.deep.deep is a type that contains itself with ever longer type arguments.",
        "record X(int a, int b) {} | Map<X, String> | it is a map with keys of type X, which have no text of their own.",
        // It would be written as X[a=1] and read as a X whose a is X[a=1].
        "record X(String a) {} | Map<X, String> | it is a map with keys of type X, which have no text of their own.",
        "record Y(Map<X, Integer> m) {} static class X { public X(String a) {} } | Y | Y.m is a map with keys of type X, which have no text of their own.",
        "record X(BitSet bits) {} | X | X.bits is a type of the JDK that does not survive JSON.",
        "record X(List<Throwable> errors) {} | X | X.errors is an exception, which does not survive JSON.",
        "static class X extends Exception { private static final long serialVersionUID = 1; } | X | it is an exception, which does not survive JSON.",
        " | io.tasker.handler.StepExecutionResult | it is the outcome that a hand-written StepHandler returns.",
        " | Iterator<Integer> | it is an iterator.",
        " | Random | it is a type of the JDK that does not survive JSON.",
      })
  void typeThatDoesNotSurvive_isToldWhereItIsReturned(String types, String type, String why) {
    String declared = types == null ? "" : types;

    assertThat(messages(declared + "@Handler static %s a() { return null; }\n".formatted(type)))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.lines().findFirst().orElseThrow())
                    .startsWith("[Tasker/UnserializableResult] step 'a' returns ")
                    .endsWith("which cannot be written as JSON: " + why));
  }

  @Test
  void typeWrittenAndReadUnderOneName_isNoDuplicate() {
    assertThat(
            messages(
                """
                record X(
                    @JsonProperty(value = "pin", access = JsonProperty.Access.WRITE_ONLY) String pin,
                    @JsonProperty(value = "pin", access = JsonProperty.Access.READ_ONLY)
                        Optional<String> masked) {}
                @Handler static X a() { return null; }
                """))
        .isEmpty();
  }

  @Test
  void typeNestedInItselfWithShorterArguments_isFine() {
    assertThat(
            messages(
                """
                record Box<T>(T value) {}
                @Handler static Box<Box<Box<Box<Box<String>>>>> a() { return null; }
                @Handler static int b(@Depends("a") Box<Box<Box<Box<Box<String>>>>> x) { return 1; }
                @Handler static int c(@Depends("a") Box<Box<Box<Box<Box<Integer>>>>> x) { return 1; }
                """))
        .singleElement()
        .satisfies(message -> assertThat(message).contains("value.value.value.value.value"));
  }

  @Test
  void configurationWithoutAKey() {
    assertThat(messages("@Handler static int a(@Config(\"\") int maxItems) { return 1; }"))
        .containsExactly(
            """
            [Tasker/MissingConfig] parameter 'maxItems' of step 'a' takes a configuration value, but names no key.
              fix: name the key: @Config("max_items").""");
  }

  private static List<String> messages(String body) {
    String source =
        """
        package shop;
        import com.fasterxml.jackson.annotation.*;
        import io.tasker.annotation.*;
        import java.lang.annotation.*;
        import java.util.*;
        @Workflow(namespace = "shop", name = "checkout") final class Checkout {
        %s }
        """
            .formatted(body);
    return Compilations.compile(JavaFileObjects.forSourceString("shop.Checkout", source))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replace("\n    ", "\n  "))
        .toList();
  }
}
