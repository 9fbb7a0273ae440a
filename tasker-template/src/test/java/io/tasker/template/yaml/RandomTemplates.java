package io.tasker.template.yaml;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Templates with every field, any text and any nesting, from a seed. */
final class RandomTemplates {
  private static final String SIGNS =
      "abz AZ09_-.:,#'\"\\/|>&*!%@`?[]{}()<>=+~$^;\n\t\r\u0000\u007Fé漢\u2028\uFEFF\uD83D\uDE00";
  private static final List<String> TRICKY =
      List.of(
          "",
          " ",
          "yes",
          "null",
          "~",
          "1.0",
          "1e3",
          "0x1",
          "-",
          "- a",
          "a: b",
          "a #b",
          "---",
          "...",
          "2026-01-31",
          "12:30",
          "|",
          "a\n\nb",
          "a\n b\n",
          "<<",
          "true",
          ".inf",
          "\n");

  private final Random random;

  RandomTemplates(long seed) {
    random = new Random(seed);
  }

  TaskTemplate next() {
    TaskTemplate.Builder template =
        TaskTemplate.template(text(), text(), text())
            .description(text())
            .metadata(maybe(() -> map("author", text(), "tags", List.of(text()), "x", data(2))))
            .systemDependencies(maybe(() -> map("primary", text())))
            .domainEvents(random.nextBoolean() ? List.of() : List.of(map("name", "n" + text())))
            .lifecycle(maybe(() -> map("max_duration_minutes", random.nextInt(99), "x", data(1))))
            .inputSchema(schema());
    for (int i = random.nextInt(5); i > 0; i--) {
      template.step(step());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      template.environment(text() + i, random.nextBoolean() ? List.of() : List.of(override()));
    }
    return template.build();
  }

  private StepDefinition step() {
    return StepDefinition.step(
            "s" + text(),
            new HandlerReference("c" + text(), text(), text(), maybe(() -> map(text(), data(3)))))
        .description(text())
        .type(pick(StepType.values()))
        .dependencies(texts())
        .retry(random.nextBoolean() ? RetryPolicy.DEFAULT : retry())
        .timeout(random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(9)))
        .batch(
            random.nextBoolean()
                ? null
                : new BatchConfiguration(
                    random.nextInt(9),
                    random.nextInt(9),
                    "f" + text(),
                    "w" + text(),
                    pick(FailureStrategy.values())))
        .publishesEvents(random.nextBoolean() ? List.of() : List.of(event()))
        .resultSchema(schema())
        .systemDependency(text())
        .composition(maybe(() -> map(text(), data(3))))
        .build();
  }

  private EventDeclaration event() {
    return new EventDeclaration(
        text(),
        text(),
        pick(EventDeclaration.Condition.values()),
        Optional.ofNullable(schema()),
        pick(EventDeclaration.DeliveryMode.values()),
        text());
  }

  private StepOverride override() {
    return new StepOverride(
        text(),
        maybe(() -> map(text(), data(2))),
        random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofSeconds(7)),
        random.nextBoolean() ? Optional.empty() : Optional.of(retry()));
  }

  private RetryPolicy retry() {
    return new RetryPolicy(
        random.nextBoolean(),
        random.nextInt(9),
        pick(BackoffStrategy.values()),
        Duration.ofMillis(random.nextInt(9_999)),
        Duration.ofMillis(random.nextLong() >>> 1));
  }

  private @Nullable JsonSchema schema() {
    return random.nextBoolean()
        ? null
        : new JsonSchema(map("type", "object", text(), data(3), "enum", List.of(text(), 1)));
  }

  private @Nullable Object data(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextLong();
      case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 5 -> BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
      case 6 -> (double) random.nextInt(9);
      case 9 ->
          random.nextBoolean() ? Map.of() : map(text(), data(depth - 1), text(), data(depth - 1));
      case 10 ->
          random.nextBoolean()
              ? texts()
              : List.of(map("a", data(depth - 1)), List.of(1, List.of()));
      default -> text();
    };
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    if (random.nextInt(3) == 0) {
      return TRICKY.get(random.nextInt(TRICKY.size()));
    }
    int[] signs = SIGNS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextInt(20) == 0 ? 150 : 12); i > 0; i--) {
      text.appendCodePoint(signs[random.nextInt(signs.length)]);
    }
    return text.toString();
  }

  private Map<String, Object> maybe(Supplier<Map<String, Object>> mapping) {
    return random.nextBoolean() ? Map.of() : mapping.get();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  @SuppressWarnings("NullAway") // Open data holds JSON null, see OpenData.
  private static Map<String, Object> map(@Nullable Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
