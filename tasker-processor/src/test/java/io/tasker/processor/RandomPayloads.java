package io.tasker.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Payload types of one seed that are meant to be legal, each with a step that makes a value. */
final class RandomPayloads {

  /** A type as Java writes it, and an expression of a value. */
  private record Sample(String type, String value) {}

  private static final List<Sample> SCALARS =
      List.of(
          new Sample("int", "-7"),
          new Sample("long", "9007199254740993L"),
          new Sample("double", "1.0e-3"),
          new Sample("float", "1.5f"),
          new Sample("short", "(short) 3"),
          new Sample("boolean", "true"),
          new Sample("char", "'\\u2028'"),
          new Sample("String", "\"\\\"\\u00e9 \\\\\""),
          new Sample("Integer", "8"),
          new Sample("BigDecimal", "new BigDecimal(\"1.50\")"),
          new Sample("BigInteger", "BigInteger.TEN.pow(30)"),
          new Sample("UUID", "new UUID(1, 2)"),
          new Sample("java.net.URI", "java.net.URI.create(\"a:b\")"),
          new Sample("java.time.Instant", "java.time.Instant.EPOCH"),
          new Sample("java.time.LocalDate", "java.time.LocalDate.EPOCH"),
          new Sample("java.time.LocalTime", "java.time.LocalTime.NOON"),
          new Sample("java.time.Duration", "java.time.Duration.ofMillis(1500)"),
          new Sample("java.time.Month", "java.time.Month.MAY"),
          new Sample("java.time.DayOfWeek", "java.time.DayOfWeek.MONDAY"),
          new Sample("java.time.YearMonth", "java.time.YearMonth.of(2026, 1)"),
          new Sample("java.time.ZoneId", "java.time.ZoneId.of(\"Europe/Paris\")"),
          new Sample("Locale", "Locale.GERMANY"),
          new Sample("Currency", "Currency.getInstance(\"EUR\")"),
          new Sample("Size", "Size.LARGE"),
          new Sample("Tree", "new Tree(1, List.of(new Tree(2, List.of())))"),
          new Sample("Chain", "new Chain(\"a\", Optional.of(new Chain(\"b\", Optional.empty())))"));

  private static final List<Sample> KEYS =
      List.of(
          new Sample("String", "\"a b\""),
          new Sample("Integer", "5"),
          new Sample("Long", "6L"),
          new Sample("UUID", "new UUID(3, 4)"),
          new Sample("Size", "Size.SMALL"),
          new Sample("java.time.Month", "java.time.Month.JULY"),
          new Sample("java.time.LocalDate", "java.time.LocalDate.EPOCH"));

  private static final String SHARED =
      """
      enum Size { SMALL, @JsonProperty("big") LARGE }
      record Tree(int size, List<Tree> children) {}
      record Chain(String name, Optional<Chain> next) {}
      record Box<T>(T held, List<T> more) {}
      """;

  private final Random random;
  private final StringBuilder body = new StringBuilder(SHARED);

  private RandomPayloads(long seed) {
    random = new Random(new SplittableRandom(seed).nextLong());
  }

  /**
   * Returns the members of a workflow in which {@code make1}, {@code make2} and so on return a
   * record each, {@code show} what a step that reads it sees, and {@code some} what one that reads
   * a part of it sees.
   */
  static String of(long seed, int count) {
    RandomPayloads payloads = new RandomPayloads(seed);
    for (int number = 1; number <= count; number++) {
      payloads.add(number);
    }
    return payloads.body.toString();
  }

  private void add(int number) {
    List<String> components = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      Sample sample = optional(2);
      components.add("%s %s%d".formatted(sample.type(), pick(List.of("a", "orderId", "xY")), i));
      values.add(sample.value());
    }
    List<String> part = components.subList(0, 1 + random.nextInt(components.size()));
    body.append(
        """
        record Whole%1$d(%2$s) {}
        record Part%1$d(%3$s) {}
        @Handler static Whole%1$d make%1$d() { return new Whole%1$d(%4$s); }
        @Handler static Whole%1$d pass%1$d(@Depends("make%1$d") Whole%1$d x) { return x; }
        @Handler static String show%1$d(@Depends("pass%1$d") Whole%1$d x) { return x.toString(); }
        @Handler static String some%1$d(@Depends("make%1$d") Part%1$d x) { return x.toString(); }
        """
            .formatted(
                number,
                String.join(", ", components),
                String.join(", ", part),
                String.join(", ", values)));
  }

  private Sample optional(int depth) {
    Sample sample = any(depth);
    return switch (random.nextInt(6)) {
      case 0 ->
          new Sample(
              "Optional<" + boxed(sample) + ">",
              "Optional.<" + bare(sample) + ">of(" + sample.value() + ")");
      case 1 ->
          new Sample("Optional<" + boxed(sample) + ">", "Optional.<" + bare(sample) + ">empty()");
      case 2 -> new Sample(nullable(sample), "null");
      default -> sample;
    };
  }

  private Sample any(int depth) {
    if (depth == 0) {
      return pick(SCALARS);
    }
    return switch (random.nextInt(9)) {
      case 0 -> {
        Sample item = optional(depth - 1);
        String value = "Arrays.<%1$s>asList(%2$s, %2$s)".formatted(bare(item), item.value());
        yield new Sample("List<" + boxed(item) + ">", value);
      }
      case 1 -> {
        Sample item = any(depth - 1);
        yield new Sample(
            "Set<" + boxed(item) + ">", "Set.<" + bare(item) + ">of(" + item.value() + ")");
      }
      case 2 -> {
        Sample key = pick(KEYS);
        Sample value = optional(depth - 1);
        yield new Sample(
            "Map<" + key.type() + ", " + boxed(value) + ">",
            "Collections.<%s, %s>singletonMap(%s, %s)"
                .formatted(key.type(), bare(value), key.value(), value.value()));
      }
      case 3 -> {
        Sample held = any(depth - 1);
        String value =
            "new Box<%1$s>(%2$s, List.<%1$s>of(%2$s))".formatted(bare(held), held.value());
        yield new Sample("Box<" + boxed(held) + ">", value);
      }
      default -> pick(SCALARS);
    };
  }

  /** Returns the type as an argument that is inferred nowhere. */
  private static String bare(Sample sample) {
    return boxed(sample).replace("@Nullable ", "");
  }

  private static String nullable(Sample sample) {
    String type = boxed(sample);
    int simpleName = type.replaceFirst("<.*", "").lastIndexOf('.') + 1;
    return type.substring(0, simpleName) + "@Nullable " + type.substring(simpleName);
  }

  private static String boxed(Sample sample) {
    return switch (sample.type()) {
      case "int" -> "Integer";
      case "char" -> "Character";
      case "long", "double", "float", "short", "boolean" ->
          Character.toUpperCase(sample.type().charAt(0)) + sample.type().substring(1);
      default -> sample.type();
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
