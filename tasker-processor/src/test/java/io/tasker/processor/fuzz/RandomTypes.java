package io.tasker.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types of parameters and results, and declarations of payload types with awkward names. */
final class RandomTypes {
  private static final List<String> NAMES =
      List.of(
          "String",
          "Object",
          "List",
          "Override",
          "Exception",
          "SuppressWarnings",
          "Parameter",
          "StepAdapter",
          "JsonType",
          "HandlerDescriptor",
          "Handler",
          "PayStep",
          "Integer",
          "Void",
          "Größe",
          "$Dollar",
          "_Under",
          "CART",
          "Generated",
          "invocation");

  private static final List<String> SIMPLE =
      List.of(
          "int",
          "long",
          "double",
          "boolean",
          "char",
          "short",
          "byte",
          "byte[]",
          "char[]",
          "int[][]",
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Character",
          "java.lang.Object",
          "java.math.BigDecimal",
          "java.time.Instant",
          "java.util.UUID",
          "java.util.List",
          "java.util.Map<java.lang.String, ?>",
          "java.io.InputStream",
          "java.lang.Thread.State",
          "java.lang.@org.jspecify.annotations.Nullable String",
          "java.lang.Runnable",
          "tools.jackson.databind.JsonNode",
          "java.util.Map.Entry<java.lang.String, int[]>");

  private final Random random;
  private final boolean tame;
  private final List<String> declared = new ArrayList<>();

  /** Creates types; tame ones travel as JSON. */
  RandomTypes(Random random, boolean tame) {
    this.random = random;
    this.tame = tame;
  }

  /** Returns the declaration of a new payload type; empty if its name was used before. */
  String declare() {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    if (declared.stream().anyMatch(type -> type.replaceAll("<.*", "").equals(name))) {
      return "";
    }
    String other = any();
    declared.add(name);
    String children = "java.util.List<" + name + ">";
    return switch (random.nextInt(8)) {
      case 0 -> "record " + name + "(" + other + " value) {}";
      case 1 -> "record " + name + "(" + children + " children, java.lang.String java) {}";
      case 2 -> "enum " + name + " { ONE, Two, $3 }";
      case 3 -> generic(name, "record %s<T>(T value, java.util.List<%s<T>> rest) {}");
      case 4 ->
          generic(
              name,
              tame
                  ? "record %s<T>(T value, java.util.Set<%s<T>> same) {}"
                  : "record %s<T>(T value, %s<java.util.List<T>> growing) {}");
      case 5 ->
          generic(
              name,
              tame
                  ? "record %s<T extends java.lang.CharSequence>(T value) {}"
                  : "record %s<T extends java.lang.Comparable<? super T>>(T value) {}");
      case 6 -> "final class " + name + " { public " + other + " getURLValue() { for (;;) {} } }";
      default ->
          (tame
                  ? "@com.fasterxml.jackson.annotation.JsonTypeInfo(use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME) "
                  : "")
              + "interface "
              + name
              + " { "
              + other
              + " getIt(); }";
    };
  }

  private String generic(String name, String format) {
    declared.remove(name);
    declared.add(name + "<java.lang.String>");
    declared.add(name + "<?>");
    return format.formatted(name, name);
  }

  String any() {
    return any(random.nextInt(12) == 0 ? 12 : 2);
  }

  private String any(int depth) {
    if (depth == 0) {
      return boxed();
    }
    return switch (random.nextInt(10)) {
      case 0 -> "java.util.List<" + any(0) + ">";
      case 1 -> "java.util.Map<java.lang.String, " + nested(depth) + ">";
      case 2 -> "java.util.Optional<" + boxed() + ">";
      case 3 -> "java.util.List<? extends " + nested(depth) + ">";
      case 4 -> nested(depth) + "[]";
      case 5, 6 -> boxed();
      default -> simple();
    };
  }

  private String nested(int depth) {
    return "java.util.List<" + (depth > 2 ? nested(depth - 1) : any(0)) + ">";
  }

  private String simple() {
    String type = SIMPLE.get(random.nextInt(SIMPLE.size()));
    return tame && type.matches(".*(InputStream|Runnable|Map.Entry<.*)") ? "long" : type;
  }

  private String boxed() {
    return declared.isEmpty() || random.nextInt(3) == 0
        ? "java.lang.String"
        : declared.get(random.nextInt(declared.size()));
  }
}
