package io.tasker.template.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The lines below a headline: labels in lower case, their texts aligned. */
public final class Details {
  private record Line(String label, String text) {}

  private static final int LISTED = 8;

  private final List<Line> lines;

  private Details(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Returns details without lines.
   *
   * @return no lines
   */
  public static Details none() {
    return new Details(List.of());
  }

  /**
   * Adds a line.
   *
   * @param label the label without its colon
   * @param text the text
   * @return the lines so far and this one
   */
  public Details line(String label, String text) {
    List<Line> longer = new ArrayList<>(lines);
    longer.add(new Line(label, text));
    return new Details(List.copyOf(longer));
  }

  /**
   * Adds what the user may have meant.
   *
   * @param suggestions the names, best first; no line if there are none
   * @return the lines so far and this one
   */
  public Details didYouMean(List<String> suggestions) {
    if (suggestions.isEmpty()) {
      return this;
    }
    return line(
        "did you mean",
        suggestions.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
  }

  /**
   * Adds the names there are.
   *
   * @param what the plural, such as {@code steps}
   * @param names the names in any order; no line if there are none
   * @return the lines so far and this one
   */
  public Details known(String what, Collection<String> names) {
    return names.isEmpty() ? this : line("known " + what, list(names.stream().sorted().toList()));
  }

  /**
   * Adds the edit that solves the problem.
   *
   * @param edit the edit, in the imperative
   * @return the lines so far and this one
   */
  public Details fix(String edit) {
    return line("fix", edit);
  }

  /**
   * Returns the lines as they are printed, without indentation.
   *
   * @return label, colon and text, the texts of all lines in one column
   */
  public List<String> lines() {
    int width = lines.stream().mapToInt(line -> line.label().length() + 2).max().orElse(0);
    return lines.stream()
        .map(line -> (line.label() + ":" + " ".repeat(width)).substring(0, width) + line.text())
        .toList();
  }

  /**
   * Returns names for a sentence, at most eight of them.
   *
   * @param names the names, in the order to show
   * @return the names joined by commas, and how many are left out
   */
  public static String list(Collection<String> names) {
    String shown = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    int hidden = names.size() - LISTED;
    return hidden > 0 ? shown + " … and " + hidden + " more" : shown;
  }
}
