package io.tasker.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table: text on the left, numbers on the right of their columns. */
public final class Markdown {
  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  /**
   * Starts a table.
   *
   * @param header the names of the columns
   */
  public Markdown(String... header) {
    this.columns = header.length;
    row(header);
    List<String> rule = new ArrayList<>(Collections.nCopies(columns, "---:"));
    rule.set(0, "---");
    rows.add(rule);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns
   */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** Returns the table, a line for each row. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
    }
    return text.toString();
  }
}
