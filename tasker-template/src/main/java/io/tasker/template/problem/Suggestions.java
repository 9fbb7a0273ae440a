package io.tasker.template.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names a user may have meant.
 *
 * <p>A name qualifies if at most {@code max(1, length / 3)} single edits (insert, delete, replace,
 * swap two neighbours) separate it from what was written, letter case and {@code -} for {@code _}
 * not counted.
 */
public final class Suggestions {
  private static final int AT_MOST = 3;

  /** Comparing takes time by the square of the length, and nobody mistypes a name this long. */
  private static final int LONGEST = 255;

  private record Candidate(String name, int distance) {}

  private Suggestions() {}

  /**
   * Returns the names closest to a wrong one.
   *
   * @param wrong what was written
   * @param known the names there are
   * @return at most three of them, the closest first, equals in alphabetical order; never {@code
   *     wrong} itself
   */
  public static List<String> closest(String wrong, Collection<String> known) {
    if (wrong.length() > LONGEST) {
      return List.of();
    }
    int limit = Math.max(1, wrong.length() / 3);
    String folded = fold(wrong);
    List<Candidate> candidates = new ArrayList<>();
    for (String name : new LinkedHashSet<>(known)) {
      if (name.equals(wrong) || Math.abs(name.length() - wrong.length()) > limit) {
        continue;
      }
      int distance = Math.min(distance(wrong, name), distance(folded, fold(name)));
      if (distance <= limit) {
        candidates.add(new Candidate(name, distance));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(AT_MOST)
        .map(Candidate::name)
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** The restricted Damerau-Levenshtein distance, by the last three rows of its table. */
  static int distance(String left, String right) {
    int[] beforePrevious = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(previous[j - 1] + cost, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          best = Math.min(best, beforePrevious[j - 2] + 1);
        }
        current[j] = best;
      }
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = recycled;
    }
    return previous[right.length()];
  }
}
