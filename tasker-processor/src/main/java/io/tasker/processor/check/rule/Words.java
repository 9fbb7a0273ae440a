package io.tasker.processor.check.rule;

import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases that several messages share. */
public final class Words {
  private static final int SHOWN = 8;

  private Words() {}

  public static String quoted(String name) {
    return "'" + name + "'";
  }

  /** Returns the names as one may choose among them. */
  public static String choice(Collection<String> names) {
    return names.stream().map(Words::quoted).collect(Collectors.joining(" or "));
  }

  /** Returns the names joined, at most eight of them. */
  public static String list(Collection<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + ", … and " + (names.size() - SHOWN) + " more" : shown;
  }

  /** Returns the lines that help with a name that does not exist. */
  public static List<String> unknownName(
      String wrong, Collection<String> known, String whatIsKnown) {
    List<String> lines = new ArrayList<>();
    List<String> closest = Suggestions.closest(wrong, known);
    if (!closest.isEmpty()) {
      lines.add("did you mean: " + choice(closest));
    }
    lines.add("known " + whatIsKnown + ": " + (known.isEmpty() ? "none" : list(known)));
    return lines;
  }
}
