package io.tasker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.tasker.spi.JsonType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of values that do not fit: enough to find them, never what they are. */
class ConversionMessageTest {
  private final JacksonCodec codec = new JacksonCodec();

  enum Level {
    LOW,
    HIGH
  }

  record Line(String sku, int itemCount) {}

  record Amount(int cents) {
    Amount {
      if (cents < 0) {
        throw new IllegalArgumentException("An amount is not negative");
      }
    }
  }

  record Parsed(String day) {
    Parsed {
      LocalDate.parse(day);
    }
  }

  record Named(String level) {
    Named {
      Level.valueOf(level);
    }
  }

  record Counted(String count) {
    Counted {
      Integer.parseInt(count);
    }
  }

  record Everything(
      int number,
      UUID id,
      LocalDate day,
      Level level,
      List<Integer> codes,
      Map<Level, Integer> counts,
      Optional<Instant> at) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape permits Circle {}

  @JsonTypeName("circle")
  record Circle(int radius) implements Shape {}

  private static final List<String> WRONG =
      List.of(
          "\"7f3sEcReT\"",
          "\"4111-1111-1111-1111\"",
          "\"2026-13-45\"",
          "\"2026-11-24T99:00:00Z\"",
          "\"0b5c9d3e-xxxx-4c55-8f43-2f0a1b6cdd99\"",
          "\"ada.lovelace@example.com\"",
          "\"http://[::77:bad\"",
          "\"  731731 \"",
          "\"[731731\"",
          "98765432109876543210987",
          "-98765432109876543210987",
          "731731.25",
          "-731731",
          "7.31731e300",
          "7.31731e399");

  static List<Type> targets() {
    List<Type> targets = new ArrayList<>();
    targets.addAll(
        List.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            char.class,
            float.class,
            double.class,
            boolean.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            BigDecimal.class,
            String.class,
            UUID.class,
            Level.class,
            DayOfWeek.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Instant.class,
            Duration.class,
            YearMonth.class,
            ZoneId.class,
            TimeZone.class,
            Currency.class,
            Locale.class));
    targets.addAll(
        List.of(
            URI.class,
            URL.class,
            InetAddress.class,
            Pattern.class,
            Class.class,
            byte[].class,
            int[].class,
            String[].class,
            OptionalInt.class,
            Line.class,
            Amount.class,
            Parsed.class,
            Named.class,
            Counted.class,
            Everything.class,
            Shape.class,
            new JsonType<Optional<Integer>>() {}.type(),
            new JsonType<Optional<LocalDate>>() {}.type(),
            new JsonType<List<Level>>() {}.type(),
            new JsonType<Set<UUID>>() {}.type(),
            new JsonType<EnumSet<Level>>() {}.type(),
            new JsonType<Map<Level, Integer>>() {}.type(),
            new JsonType<Map<UUID, LocalDate>>() {}.type(),
            new JsonType<Map<String, Integer>>() {}.type()));
    return targets;
  }

  private static List<String> documents(String value) {
    String key = value.startsWith("\"") ? value : "\"" + value + "\"";
    return List.of(
        value,
        "[" + value + "]",
        "[[" + value + "]]",
        "{\"sku\":\"a\",\"item_count\":" + value + "}",
        "{\"cents\":" + value + "}",
        "{\"day\":" + value + "}",
        "{\"level\":" + value + "}",
        "{\"count\":" + value + "}",
        "{\"kind\":" + value + "}",
        "{\"kind\":\"circle\",\"radius\":" + value + "}",
        "{" + key + ":1}",
        "{\"a\":" + value + "}",
        "{\"LOW\":" + value + "}",
        "{\"number\":1,\"codes\":[1," + value + "]}",
        "{\"number\":1,\"id\":" + value + "}",
        "{\"number\":1,\"counts\":{" + key + ":1}}",
        "{\"number\":1,\"at\":" + value + "}");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noMessage_quotesTheValue(Type target) {
    int refused = 0;
    for (String value : WRONG) {
      String text = value.replace("\"", "").strip();
      for (String document : documents(value)) {
        try {
          codec.read(codec.parse(document), codec.type(target));
        } catch (UnfitValueException e) {
          refused++;
          assertThat(e).hasNoCause();
          assertThat(e.getMessage())
              .as("%s as %s", document, target)
              .doesNotContain(text)
              .doesNotContain("731731")
              .doesNotContain("9876543")
              .doesNotContain("`")
              .doesNotContain("tools.jackson")
              .doesNotContain("Deserializ");
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": sEcReT}",
        "{\"a\": 'sEcReT'}",
        "{\"a\": \"sEcReT}",
        "{\"a\": \"x\" sEcReT",
        "sEcReT",
        "{\"a\": 1} sEcReT",
        "{\"a\": 007317}",
        "{\"sEcReT\": 1, \"sEcReT\": 2}",
        "{sEcReT: 1}",
        "[1, sEcReT]",
        "{\"a\": \"\\sEcReT\"}",
      })
  void noMessage_quotesTheText(String json) {
    UnfitValueException e =
        catchThrowableOfType(UnfitValueException.class, () -> codec.parse(json));

    assertThat(e).hasMessageStartingWith("line 1, column ").hasNoCause();
    assertThat(e.getMessage()).doesNotContainIgnoringCase("sEcReT").doesNotContain("7317");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"number":"x"}                     | number: expected int, found a text
          {"number":1.0}                     | number: expected int, found a number with a fraction or exponent
          {"number":1e400}                   | number: expected int, found a number with a fraction or exponent
          {"number":99999999999}             | number: expected int, found a number out of its range
          {"number":true}                    | number: expected int, found a boolean
          {"number":[1]}                     | number: expected int, found an array
          {"number":null}                    | number: expected int, found null
          {"number":1,"id":"x"}              | id: expected UUID, found a text of another form
          {"number":1,"day":5}               | day: expected LocalDate, found a whole number
          {"number":1,"level":"MIDDLE"}      | level: expected Level (LOW, HIGH), found a text of another form
          {"number":1,"codes":{"a":1}}       | codes: expected an array, found an object
          {"number":1,"codes":[1,"x"]}       | codes[1]: expected Integer, found a text
          {"number":1,"counts":{"LOW":"x"}}  | counts.*: expected Integer, found a text
          {"number":1}                       | Everything lacks id, day, level, codes, counts
          []                                 | expected Everything, found an array
          """)
  void aMessage_saysWhereAndWhatInstead(String json, String message) {
    UnfitValueException e =
        catchThrowableOfType(
            UnfitValueException.class,
            () -> codec.read(codec.parse(json), codec.type(Everything.class)));

    assertThat(e).hasMessage(message);
  }

  private String refused(String json, Class<?> type) {
    return catchThrowableOfType(
            UnfitValueException.class, () -> codec.read(codec.parse(json), codec.type(type)))
        .getMessage();
  }

  @Test
  void whatAPayloadTypeSaysItself_isTold_whatTheJdkSaysForIt_isNot() {
    assertThat(refused("{\"cents\":-1}", Amount.class))
        .isEqualTo("Amount refuses it (IllegalArgumentException: An amount is not negative)");
    assertThat(refused("{\"day\":\"x\"}", Parsed.class))
        .matches(
            "Parsed refuses it \\(DateTimeParseException at ConversionMessageTest.java:[0-9]+\\)");
  }

  @Test
  void typeIds_areMissedOrUnknown() {
    assertThat(refused("{\"radius\":1}", Shape.class))
        .isEqualTo("expected Shape, found an object without a type id");
    assertThat(refused("{\"kind\":\"sEcReT\"}", Shape.class))
        .isEqualTo("expected Shape, found an unknown type id");
  }

  record Broken(@Nullable String name) {
    @Override
    public String name() {
      if (name == null) {
        throw new IllegalStateException("No name");
      }
      return name;
    }
  }

  @Test
  void whatCannotBeWritten_isSaidWithoutIt() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    assertThat(catchThrowableOfType(UnfitValueException.class, () -> codec.write(endless)))
        .hasMessageEndingWith("it is nested too deeply, perhaps because it contains itself");
    assertThat(
            catchThrowableOfType(
                UnfitValueException.class, () -> codec.write(Map.of("sEcReT", Double.NaN))))
        .hasMessage("*: a number that is infinite or none has no form as JSON");
    assertThat(catchThrowableOfType(UnfitValueException.class, () -> codec.write(new Broken(null))))
        .hasMessage("name: it cannot be written (IllegalStateException: No name)");
  }
}
