package io.tasker.processor.model;

import java.util.Locale;

/** The two ways from a Java name to lower_snake_case. */
public final class SnakeCase {
  private SnakeCase() {}

  /** Returns the step name of a method: {@code parseURLPath} is {@code parse_url_path}. */
  public static String stepName(String methodName) {
    return methodName
        .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2")
        .replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the JSON name of a component or property exactly as Jackson's snake case strategy does,
   * which keeps runs of capitals together: {@code parseURLPath} is {@code parse_urlpath}.
   */
  public static String jsonName(String javaName) {
    StringBuilder json = new StringBuilder();
    boolean afterCapital = false;
    for (int i = 0; i < javaName.length(); i++) {
      char letter = javaName.charAt(i);
      if (i == 0 && letter == '_') {
        continue;
      }
      boolean capital = Character.isUpperCase(letter);
      if (capital && !afterCapital && json.length() > 0 && json.charAt(json.length() - 1) != '_') {
        json.append('_');
      }
      json.append(Character.toLowerCase(letter));
      afterCapital = capital;
    }
    return json.length() == 0 ? javaName : json.toString();
  }

  /** Returns the class name part for a step: {@code validate_cart} is {@code ValidateCart}. */
  public static String camelCase(String stepName) {
    StringBuilder name = new StringBuilder();
    for (String word : stepName.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
