package io.tasker.template.diagram;

import java.util.ArrayList;
import java.util.List;

/** A step in its row, or the place where a line passes through a row on its way down. */
final class Cell {
  private final String label;
  private final List<Cell> above = new ArrayList<>();
  private final List<Cell> below = new ArrayList<>();
  private int center;
  private int stems = 1;

  private Cell(String label) {
    this.label = label;
  }

  static Cell step(String label) {
    return new Cell(label);
  }

  static Cell passage() {
    return new Cell("");
  }

  static void connect(Cell upper, Cell lower) {
    upper.below.add(lower);
    lower.above.add(upper);
  }

  boolean isPassage() {
    return label.isEmpty();
  }

  String label() {
    return label;
  }

  /** Says how many lines leave the cell side by side. */
  void widenFor(int leaving) {
    stems = Math.max(1, leaving);
  }

  /** The column of one of the lines that leave the cell. */
  int stem(int index) {
    return center - (stems - 1) + 2 * index;
  }

  int width() {
    return Math.max(label.length(), 2 * stems - 1);
  }

  List<Cell> above() {
    return above;
  }

  List<Cell> below() {
    return below;
  }

  int center() {
    return center;
  }

  void moveTo(int column) {
    center = column;
  }

  /** A label of even length has its center left of the middle. */
  int labelStart() {
    return center - (Math.max(1, label.length()) - 1) / 2;
  }

  int left() {
    return (width() - 1) / 2;
  }

  int right() {
    return width() - 1 - left();
  }
}
