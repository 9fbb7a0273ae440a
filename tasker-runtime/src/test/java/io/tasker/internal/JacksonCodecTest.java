package io.tasker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class JacksonCodecTest {
  private final JacksonCodec codec = new JacksonCodec();

  enum Level {
    LOW,
    HIGH
  }

  record Line(String sku, int itemCount) {}

  record Order(String customerId, BigDecimal total, List<Line> lines) {}

  record Lenient(Optional<String> note, OptionalInt count, @Nullable String comment, int size) {}

  record Times(
      Instant at, LocalDate day, Duration length, OffsetDateTime local, UUID id, Level level) {}

  private @Nullable Object read(String json, Type type) {
    return codec.read(codec.parse(json), codec.type(type));
  }

  private UnfitValueException unfit(String json, Type type) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        UnfitValueException.class, () -> read(json, type));
  }

  @Test
  void names_areSnakeCase_andUnknownFieldsAreIgnored() {
    String json =
        "{\"customer_id\":\"c\",\"total\":1.10,\"lines\":[{\"sku\":\"s\",\"item_count\":2}],\"x\":1}";

    assertThat(read(json, Order.class))
        .isEqualTo(new Order("c", new BigDecimal("1.10"), List.of(new Line("s", 2))));
    assertThat(codec.write(new Line("s", 2))).isEqualTo("{\"sku\":\"s\",\"item_count\":2}");
  }

  @Test
  void absentComponents_areNamedAllAtOnce() {
    assertThat(unfit("{}", Order.class)).hasMessage("Order lacks customer_id, total, lines");
    assertThat(unfit("{\"customer_id\":null,\"total\":1,\"lines\":[]}", Order.class))
        .hasMessage("Order lacks customer_id");
  }

  @Test
  void aProblemInside_isNamedByItsPath() {
    UnfitValueException e =
        unfit("{\"customer_id\":\"c\",\"total\":1,\"lines\":[{\"sku\":\"s\"}]}", Order.class);

    assertThat(e).hasMessage("lines[0]: Line lacks item_count");
    assertThat(e.path()).isEqualTo("lines[0]");
  }

  @Test
  void absentOptionalsAndNullables_areFine() {
    assertThat(read("{\"size\":1}", Lenient.class))
        .isEqualTo(new Lenient(Optional.empty(), OptionalInt.empty(), null, 1));
    assertThat(unfit("{}", Lenient.class)).hasMessage("Lenient lacks size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.5; int",
        "1.0; long",
        "'\"5\"'; int",
        "'\"\"'; int",
        "99999999999; int",
        "9223372036854775808; long",
        "70000; short",
        "128; byte",
        "1.5; byte",
        "1e40; float",
        "1e400; double",
        "'\"NaN\"'; double",
        "'\"1.5\"'; double",
        "null; int",
        "null; double",
        "1; boolean",
        "true; java.lang.String",
        "5; java.lang.String",
        "[1]; int",
      })
  void whatDoesNotFit_isRefused_withoutNamingTheValue(String json, String type) throws Exception {
    Class<?> target =
        switch (type) {
          case "int" -> int.class;
          case "long" -> long.class;
          case "short" -> short.class;
          case "byte" -> byte.class;
          case "float" -> float.class;
          case "double" -> double.class;
          case "boolean" -> boolean.class;
          default -> Class.forName(type);
        };

    assertThat(unfit(json, target)).isNotNull();
    assertThat(unfit("99999999999", int.class)).hasMessageNotContaining("99999999999");
  }

  enum Size {
    @JsonProperty("s")
    SMALL,
    @JsonProperty
    LARGE
  }

  @Test
  void aRefusedEnum_isToldByTheNamesThatTravel() {
    assertThatThrownBy(() -> codec.read(codec.parse("\"SMALL\""), codec.type(Size.class)))
        .hasMessageContaining("expected Size (s, LARGE)");
  }

  @Test
  void enums_areReadByName() {
    assertThat(read("\"HIGH\"", Level.class)).isEqualTo(Level.HIGH);
    assertThat(unfit("1", Level.class)).isNotNull();
    assertThat(unfit("\"MEDIUM\"", Level.class)).hasMessageContaining("LOW");
  }

  @Test
  void scalarsAndLists_areReadBareAndWrapped() {
    assertThat(read("36", long.class)).isEqualTo(36L);
    assertThat(read("{\"result\":36}", long.class)).isEqualTo(36L);
    assertThat(read("{\"result\":[1]}", List.class)).isEqualTo(List.of(1));
    assertThat(read("{\"result\":\"HIGH\"}", Level.class)).isEqualTo(Level.HIGH);
    assertThat(read("{\"result\":36}", Map.class)).isEqualTo(Map.of("result", 36));
  }

  @Test
  void decimals_keepTheirScale() {
    assertThat(read("1.50", BigDecimal.class)).isEqualTo(new BigDecimal("1.50"));
    assertThat(codec.roundTrip(Map.of("a", new BigDecimal("1.50"))).toString())
        .isEqualTo("{\"a\":1.50}");
    assertThat(codec.roundTrip(0.1).asDouble()).isEqualTo(0.1);
  }

  @Test
  void times_areIso_andSurviveTheRoundTrip() {
    Times times =
        new Times(
            Instant.EPOCH,
            LocalDate.of(2026, 11, 24),
            Duration.ofSeconds(90),
            OffsetDateTime.parse("2026-11-24T10:00:00+02:00"),
            new UUID(1, 2),
            Level.LOW);
    JsonNode json = codec.roundTrip(times);

    assertThat(json.get("at").asString()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(json.get("length").asString()).isEqualTo("PT1M30S");
    assertThat(codec.read(json, codec.type(Times.class))).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "NaN", "{} x", "{", ""})
  void brokenJson_isRefused(String json) {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> codec.parse(json));
  }

  @Test
  void depthAndNumberLength_areBounded() {
    assertThatExceptionOfType(UnfitValueException.class)
        .isThrownBy(() -> codec.parse("[".repeat(100_000)));
    assertThatExceptionOfType(UnfitValueException.class)
        .isThrownBy(() -> read("1".repeat(1000), BigInteger.class));
  }

  @Test
  void numbersThatAreNone_areNotWritten() {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> codec.write(Double.NaN));
    assertThatExceptionOfType(UnfitValueException.class)
        .isThrownBy(() -> codec.toTree(Map.of("a", Float.POSITIVE_INFINITY)));
    assertThatExceptionOfType(UnfitValueException.class)
        .isThrownBy(() -> codec.roundTrip(new double[] {Double.NaN}));
  }

  record Open(Map<String, @Nullable Object> data, @Nullable JsonNode node) {}

  @Test
  void whatIsAbsent_isNotWritten() {
    assertThat(codec.write(new Lenient(Optional.empty(), OptionalInt.empty(), null, 1)))
        .isEqualTo("{\"size\":1}");
    assertThat(codec.write(new Lenient(Optional.of("n"), OptionalInt.of(0), "", 0)))
        .isEqualTo("{\"note\":\"n\",\"count\":0,\"comment\":\"\",\"size\":0}");
  }

  @Test
  void nullsInOpenData_areData() {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("a", null);
    data.put("b", Collections.singletonList(null));

    assertThat(codec.write(data)).isEqualTo("{\"a\":null,\"b\":[null]}");
    assertThat(codec.write(new Open(data, JsonNodeFactory.instance.nullNode())))
        .isEqualTo("{\"data\":{\"a\":null,\"b\":[null]},\"node\":null}");
    assertThat(codec.write(codec.parse("{\"a\":null}"))).isEqualTo("{\"a\":null}");
  }

  @Test
  void aTree_isCopiedOnTheWayOut() {
    JsonNode original = codec.parse("{\"a\":1}");

    assertThat(codec.read(original, codec.type(JsonNode.class)))
        .isEqualTo(original)
        .isNotSameAs(original);
  }

  private enum Tier {
    GOLD {
      @Override
      public String toString() {
        return "Gold";
      }
    }
  }

  @Test
  void enum_travelsByItsConstantName_whateverItsText() {
    JacksonCodec strict = new JacksonCodec();

    assertThat(strict.write(Tier.GOLD)).isEqualTo("\"GOLD\"");
    assertThat(strict.read(strict.parse("\"GOLD\""), strict.type(Tier.class))).isEqualTo(Tier.GOLD);
  }

  @Test
  void aFloat_isTheSameNumber_whetherItPassesAsTextOrNot() {
    JavaType type = codec.type(double.class);

    assertThat(codec.read(codec.toTree(0.1f), type)).isEqualTo(0.1);
    assertThat(codec.read(codec.roundTrip(0.1f), type)).isEqualTo(0.1);
  }

  // As docs/running-tasks.md says.
  @Test
  void whatJsonDoesNotKeep() {
    ZonedDateTime berlin = ZonedDateTime.parse("2026-11-24T10:00:00+01:00[Europe/Berlin]");

    assertThat(read(codec.write(-0.0), double.class)).isEqualTo(0.0);
    assertThat(read(codec.write(berlin), ZonedDateTime.class))
        .isEqualTo(ZonedDateTime.parse("2026-11-24T10:00:00+01:00"));
    assertThat(codec.read(codec.roundTrip(Map.of("n", 7L)), codec.type(Map.class)))
        .isEqualTo(Map.of("n", 7));
    assertThat(codec.read(codec.roundTrip(Map.of("n", 1L << 40)), codec.type(Map.class)))
        .isEqualTo(Map.of("n", 1L << 40));
    assertThat(codec.read(codec.roundTrip(Map.of("n", 0.5)), codec.type(Map.class)))
        .isEqualTo(Map.of("n", new BigDecimal("0.5")));
  }

  @Test
  void aSet_keepsItsOrder() {
    Set<String> set = new LinkedHashSet<>(List.of("z", "a", "m"));

    assertThat(codec.read(codec.roundTrip(set), codec.type(Set.class))).hasToString("[z, a, m]");
  }
}
