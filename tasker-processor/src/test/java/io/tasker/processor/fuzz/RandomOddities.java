package io.tasker.processor.fuzz;

import java.util.Random;

/**
 * What handler classes have seldom: odd modifiers, overloads, subscribers, members that clash with
 * what is generated. Seeds below {@link #FIRST_SEED} have none of it, so that they go on making the
 * programs they were kept for.
 */
final class RandomOddities {
  static final long FIRST_SEED = 1_000_000;

  private static final String ANNOTATION = "@io.tasker.annotation.";

  private final Random random;
  private final boolean tame;
  private final boolean active;
  private boolean broken;

  RandomOddities(long seed, Random random, boolean tame) {
    this.random = random;
    this.tame = tame;
    this.active = seed >= FIRST_SEED;
  }

  /** Returns whether a member so far may be wrong for Java itself. */
  boolean broken() {
    return broken;
  }

  /** Returns a handler method, or an empty string for a usual one. */
  String method(int index) {
    if (!happens(5)) {
      return "";
    }
    return switch (random.nextInt(tame ? 2 : 12)) {
      case 0 -> subscriber("payment.*", "static void", index);
      case 1 ->
          ANNOTATION
              + "Handler(step = \"size"
              + index
              + "\") static int größe"
              + index
              + "("
              + input("ä\\u00f6")
              + " int ñ) { return ñ; }";
      case 2 -> handler("static int pay" + index + "(final long x) { " + local() + " }");
      case 3 -> handler("static int pay" + index + "() { " + anonymous() + " }");
      case 4 -> wrong("abstract int pay" + index + "();");
      case 5 -> wrong("default int pay" + index + "() { return 1; }");
      case 6 -> wrong("native static int pay" + index + "();");
      case 7 -> wrong("static int pay(int same) { return 1; }");
      case 8 -> wrong("static int pay(java.util.List<int[]> same) { return 1; }");
      case 9 -> wrong("static Missing<int> pay" + index + "(" + input("v") + " Missing... v) {}");
      case 10 -> subscriber(text(), pick("int", "private static void", "static <T> T"), index);
      default ->
          wrong(
              "static <T extends T> T pay" + index + "(" + input("v") + " T[] v) { return null; }");
    };
  }

  /** Returns members beside the handlers, some named as generated classes are. */
  String members(String name) {
    if (tame || !happens(4)) {
      return "";
    }
    return switch (random.nextInt(4)) {
      case 0 -> "static class " + name + "_Steps {}\n";
      case 1 ->
          "static class Nested2 { static class Nested3 { "
              + handler("static char deep() { return 'x'; }")
              + " } }\n";
      case 2 ->
          "@java.lang.SuppressWarnings(\"all\") enum Kind { A { "
              + handler("int body() { return 1; }")
              + " } }\n";
      default ->
          "static final java.lang.Object FIELD = new java.lang.Object() { "
              + handler("int body() { return 1; }")
              + " };\n";
    };
  }

  /** Returns the suffix of a class beside the handler class that clashes, or an empty string. */
  String clash() {
    return tame || !happens(12) ? "" : pick("_Steps", "Client", "_Nested", "_Steps_Steps");
  }

  private String wrong(String declaration) {
    broken = true;
    return handler(declaration);
  }

  private static String handler(String declaration) {
    return ANNOTATION + "Handler " + declaration;
  }

  private static String subscriber(String pattern, String head, int index) {
    return ANNOTATION
        + "Subscribes(\""
        + pattern
        + "\") "
        + head
        + " on"
        + index
        + "(io.tasker.event.DomainEvent event) { for (;;) {} }";
  }

  private String local() {
    return pick(
        "enum Local { A; " + handler("static int a(long x) { return 1; }") + " } return 1;",
        "interface Local { " + handler("static int a(long x) { return 1; }") + " } return 1;",
        "class Local { " + handler("int a(long x) { return 1; }") + " } return 1;");
  }

  private static String anonymous() {
    return "return new java.lang.Object() { " + handler("int a(long x) { return 1; }") + " }.a(1);";
  }

  private static String input(String field) {
    return ANNOTATION + "Input(\"" + field + "\")";
  }

  private String text() {
    return pick("", "*", "a", "a.b", "\\\"$S", "größe.*");
  }

  private boolean happens(int oneIn) {
    return active && random.nextInt(oneIn) == 0;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
