package io.tasker.processor.fuzz;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/**
 * Handler classes of one seed, right or wrong. All names are qualified, so that a payload named
 * String confuses nobody but the processor.
 */
final class RandomProgram {

  /**
   * Sources of a seed.
   *
   * @param broken whether they contain what Java itself does not accept
   */
  record Sources(List<JavaFileObject> files, boolean broken) {}

  private final Random random;
  private final boolean tame;
  private final RandomTypes types;
  private final RandomMethods methods;
  private final RandomOddities oddities;
  private final String packageName;
  private final List<JavaFileObject> sources = new ArrayList<>();

  private RandomProgram(long seed, boolean mustBeTame) {
    // Random begins alike for neighbouring seeds; SplittableRandom does not.
    random = new Random(new SplittableRandom(seed).nextLong());
    // Half of the programs are meant to be accepted, or the generated code would see little.
    tame = random.nextBoolean() || mustBeTame;
    types = new RandomTypes(random, tame);
    methods = new RandomMethods(random, tame, types);
    oddities = new RandomOddities(seed, random, tame);
    packageName = pick("", "shop", "a.b", "io.acme", "größe.java_");
  }

  static Sources of(long seed) {
    RandomProgram program = new RandomProgram(seed, false);
    for (int i = program.random.nextInt(4); i > 0; i--) {
      String declaration = program.types.declare();
      if (!declaration.isEmpty()) {
        String name =
            declaration
                .replaceFirst("^(@\\S+ = \\S+ )?(final )?\\w+ ", "")
                .replaceFirst("[ (<].*", "");
        program.add(name, declaration);
      }
    }
    int classes = 1 + program.random.nextInt(3);
    for (int i = 0; i < classes; i++) {
      program.addHandlers(program.pick("Orders", "CART2", "Shop", "Invoice", "orders"), i);
    }
    return program.sources();
  }

  /** Returns a program that is meant to be accepted, of one class with this many handlers. */
  static Sources tame(long seed, int handlers) {
    RandomProgram program = new RandomProgram(seed, true);
    program.addHandlers("Orders", 0, handlers);
    return program.sources();
  }

  private Sources sources() {
    return new Sources(sources, methods.broken() || oddities.broken());
  }

  private void add(String name, String text) {
    String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    sources.add(JavaFileObjects.forSourceString(prefix + name, head + text + "\n"));
  }

  private void addHandlers(String word, int number) {
    addHandlers(word, number, random.nextInt(60) == 0 ? 500 : random.nextInt(6));
  }

  private void addHandlers(String word, int number, int count) {
    String name = word + number;
    // Steps of two tame classes do not share a callable.
    int first = tame ? 1000 * number : 0;
    String steps =
        IntStream.range(0, count)
            .map(i -> first + i)
            .mapToObj(this::method)
            .collect(Collectors.joining("\n"));
    String members =
        "static final java.lang.String STEP = \"pay\" + 0;\n" + oddities.members(name) + steps;
    String workflow = tame ? "" : workflow(name);
    add(name, workflow + "@java.lang.SuppressWarnings(\"all\")\n" + declaration(name, members));
    String clash = oddities.clash();
    if (!clash.isEmpty()) {
      add(
          name + clash,
          "final class "
              + name
              + clash
              + " { @io.tasker.annotation.Handler static int clashing"
              + number
              + "() { return 1; } }");
    }
  }

  private String method(int index) {
    String odd = oddities.method(index);
    return odd.isEmpty() ? methods.method(index) : odd;
  }

  private String workflow(String name) {
    String format = "@io.tasker.annotation.Workflow(namespace = \"%s\", name = \"%s\")\n";
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> format.formatted("Shop", "");
      default -> format.formatted("shop", name.toLowerCase(Locale.ROOT));
    };
  }

  private String declaration(String name, String members) {
    String body = "{\n" + members + "}";
    String quiet = "@java.lang.SuppressWarnings(\"all\") ";
    return switch (random.nextInt(tame ? 9 : 12)) {
      case 0 -> "interface " + name + " " + body;
      case 1 -> "enum " + name + " {\nA;\n" + members + "}";
      case 2 -> "record " + name + "(int value) " + body;
      case 3 -> "abstract class " + name + " " + body;
      case 4 -> "class " + name + "<T> " + body;
      case 5 -> "class " + name + " {\n" + quiet + "static class Nested " + body + "}";
      case 6 -> "interface " + name + " {\n" + quiet + "record Nested() " + body + "}";
      case 7, 8 -> "final class " + name + " " + body;
      case 9 -> "class " + name + " {\n" + quiet + "private static class Nested " + body + "}";
      case 10 -> "class " + name + " {\n" + quiet + "class Inner " + body + "}";
      default -> "@interface " + name + " {\n" + quiet + "class Nested " + body + "}";
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
