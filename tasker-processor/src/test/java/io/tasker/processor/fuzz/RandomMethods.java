package io.tasker.processor.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Handler methods, right or wrong. */
final class RandomMethods {
  private static final String ANNOTATION = "@io.tasker.annotation.";

  private static final List<String> WORDS =
      List.of("pay", "ship", "java", "io", "shop", "a_b", "invocation", "get", "orders");

  private static final List<String> WILD_WORDS = List.of("Orders", "aB", "$x", "größe", "STEP");

  private static final List<String> TEXTS =
      List.of(
          "\\\"quoted\\\" $S", "line\\n*/", "\\u00e9\\ud83d\\ude00", "1", "", "{@code $L}", "\\\\");

  private final Random random;
  private final boolean tame;
  private final RandomTypes types;
  private boolean broken;

  RandomMethods(Random random, boolean tame, RandomTypes types) {
    this.random = random;
    this.tame = tame;
    this.types = types;
  }

  /** Returns whether a method so far is wrong for Java itself. */
  boolean broken() {
    return broken;
  }

  // A handler that may return null is an error.
  private String result() {
    String type = types.any();
    return tame ? type.replaceFirst("^java\\.lang\\.@\\S+ ", "java.lang.") : type;
  }

  String method(int index) {
    String name = random.nextInt(4) == 0 ? "pay" : word();
    String generic = isWild(25) ? "<T extends java.lang.Comparable<T>> " : "";
    String result = random.nextInt(5) == 0 ? wrapped() : generic.isEmpty() ? result() : "T";
    String modifiers = isWild(12) ? pick("", "private static ", "private ") : "static ";
    String exceptions = random.nextInt(6) == 0 ? "throws java.lang.Exception " : "";
    return annotations()
        + modifiers
        + generic
        + result
        + " "
        + name
        + index
        + "("
        + parameters()
        + ") "
        + exceptions
        + (modifiers.isEmpty() && isWild(2) ? "{ throw null; }" : body(index));
  }

  /** A class within a method is no business of ours, whatever its methods look like. */
  private static String body(int index) {
    String local = "record Local(int v) { @%sHandler static int pay0(long x) { return 1; } } ";
    return index % 7 == 3
        ? "{ " + local.formatted(ANNOTATION.substring(1)) + "for (;;) {} }"
        : "{ for (;;) {} }";
  }

  private String parameters() {
    int count = random.nextInt(5) == 0 ? random.nextInt(8) : random.nextInt(3);
    if (count == 0 && isWild(10)) {
      return ANNOTATION + "Input(\"v\") int... v";
    }
    return IntStream.range(0, count).mapToObj(this::parameter).collect(Collectors.joining(", "));
  }

  private String wrapped() {
    return tame
        ? pick("void", "java.util.concurrent.CompletionStage<java.util.List<int[]>>")
        : pick(
            "void",
            "java.lang.Void",
            "io.tasker.handler.StepResult<java.lang.String>",
            "io.tasker.handler.StepResult<?>",
            "io.tasker.handler.StepResult",
            "io.tasker.handler.Decision<java.lang.Thread.State>",
            "io.tasker.handler.Decision<?>",
            "io.tasker.handler.Decision",
            "io.tasker.handler.BatchPlan<java.lang.String>",
            "java.util.concurrent.CompletableFuture<?>",
            broken("Missing", "int[]"),
            broken("java.util.List<Missing>", "int[]"));
  }

  private String annotations() {
    return settings() + ANNOTATION + "Handler" + names() + " ";
  }

  private String names() {
    if (tame) {
      return "";
    }
    return switch (random.nextInt(9)) {
      case 0 -> "(\"" + text() + "\")";
      case 1 -> "(step = \"" + pick("pay", "string", "Pay", "1", "", "a_1", "a1") + "\")";
      case 2 -> "(aliases = {\"\", \"" + text() + "\"}, method = \"" + text() + "\")";
      case 3 -> broken("(step = MISSING)", "");
      default -> "";
    };
  }

  private String settings() {
    if (tame) {
      return random.nextInt(9) == 0 ? "@java.lang.Deprecated(forRemoval = true) " : "";
    }
    return switch (random.nextInt(16)) {
      case 0 -> ANNOTATION + "Retry(maxAttempts = -1, base = \"" + text() + "\") ";
      case 1 -> ANNOTATION + "Timeout(\"" + pick("30s", "0s", "99999999999999999999d") + "\") ";
      case 2 -> ANNOTATION + "After({\"pay0\", STEP, \"\"}) ";
      case 3 -> broken(ANNOTATION + "Retry(maxAttempts = \"x\") ", "");
      case 4 -> broken(ANNOTATION + "After(1) ", "");
      case 5 -> broken(ANNOTATION + "Retry(backoff = NONE) ", "");
      case 6 -> broken(ANNOTATION + "After({MISSING, \"pay0\"}) ", "");
      case 7 -> broken(ANNOTATION + "FanOut(worker = MISSING, batchSize = \"x\") ", "");
      case 8 -> ANNOTATION + "FanOut(worker = \"" + text() + "\", batchSize = -1) ";
      case 9 -> ANNOTATION + "Publishes(\"" + text() + "\") " + ANNOTATION + "Publishes(STEP) ";
      case 10 -> broken(ANNOTATION + "Publishes(on = NONE) ", "");
      default -> "";
    };
  }

  private String parameter(int index) {
    String source =
        switch (tame ? 15 : random.nextInt(16)) {
          case 0 -> ANNOTATION + "Input";
          case 1 -> ANNOTATION + "Config(\"key\")";
          case 2 -> ANNOTATION + "Provided";
          case 3 -> "";
          case 4 -> ANNOTATION + "Input(\"a\") " + ANNOTATION + "Provided";
          case 5 -> ANNOTATION + "Depends(STEP)";
          case 6 -> ANNOTATION + "Depends(value = \"pay0\", path = \"" + text() + "\")";
          case 7 -> ANNOTATION + broken("Depends(MISSING)", "Depends(\"pay0\")");
          case 8 -> ANNOTATION + broken("Depends", "Depends(\"pay0\")");
          case 9 -> ANNOTATION + "Depends(\"pay" + random.nextInt(4) + "\")";
          case 10 -> ANNOTATION + "Input(value = \"v\", defaultValue = \"" + text() + "\")";
          case 11 -> ANNOTATION + "Api(\"" + text() + "\")";
          default -> ANNOTATION + "Input(\"" + pick("value", "a.b", "$T", "größe") + index + "\")";
        };
    String type =
        source.isEmpty()
            ? pick("io.tasker.handler.StepContext", "io.tasker.handler.BatchSlice", types.any())
            : types.any();
    return source + " " + type + " " + word() + index;
  }

  private String broken(String wrong, String right) {
    if (random.nextInt(3) > 0) {
      return right;
    }
    broken = true;
    return wrong;
  }

  private boolean isWild(int oneIn) {
    return !tame && random.nextInt(oneIn) == 0;
  }

  private String word() {
    List<String> words = !tame && random.nextInt(3) == 0 ? WILD_WORDS : WORDS;
    return words.get(random.nextInt(words.size()));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
