package io.tasker.template.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Placed cells and the lines between them as characters. */
final class Drawing {
  private static final int UP = 1;
  private static final int RIGHT = 2;
  private static final int DOWN = 4;
  private static final int LEFT = 8;

  /** Box characters by the directions they connect. */
  private static final String BOX = " │─└││┌├─┘─┴┐┤┬┼";

  private final List<List<Cell>> rows;
  private final List<Band> bands;
  private final List<char[]> lines = new ArrayList<>();
  private final int width;

  /** Takes placed rows and the routed bands below all but the last. */
  Drawing(List<List<Cell>> rows, List<Band> bands) {
    this.rows = rows;
    this.bands = bands;
    this.width =
        1
            + rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.center() + cell.right())
                .max()
                .orElse(0);
  }

  String text() {
    for (int row = 0; row < rows.size(); row++) {
      drawCells(rows.get(row));
      if (row < bands.size()) {
        drawBand(bands.get(row), rows.get(row + 1));
      }
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(new String(line).stripTrailing()).append('\n'));
    return text.toString();
  }

  private char[] addLine() {
    char[] line = new char[width];
    Arrays.fill(line, ' ');
    lines.add(line);
    return line;
  }

  private void drawCells(List<Cell> row) {
    char[] line = addLine();
    for (Cell cell : row) {
      String label = cell.isPassage() ? "│" : cell.label();
      label.getChars(0, label.length(), line, cell.labelStart());
    }
  }

  /** A line of stems, the tracks, and a line of arrow heads. */
  private void drawBand(Band band, List<Cell> lower) {
    char[] stems = addLine();
    for (Bus bus : band.buses()) {
      bus.from().forEach(column -> stems[column] = '│');
    }
    for (int track = 0; track < band.trackCount(); track++) {
      drawTrack(band, track);
    }
    char[] heads = addLine();
    for (Cell cell : lower) {
      heads[cell.center()] = cell.above().isEmpty() ? ' ' : cell.isPassage() ? '│' : '▼';
    }
  }

  private void drawTrack(Band band, int track) {
    int[] horizontal = new int[width];
    int[] vertical = new int[width];
    for (Bus bus : band.buses()) {
      int own = band.track(bus);
      if (own == track) {
        for (int x = bus.left(); x <= bus.right(); x++) {
          horizontal[x] |= (x > bus.left() ? LEFT : 0) | (x < bus.right() ? RIGHT : 0);
        }
        bus.from().forEach(column -> horizontal[column] |= UP);
        bus.to().forEach(column -> horizontal[column] |= DOWN);
      }
      if (bus.isStraight() || track < own) {
        bus.from().forEach(column -> vertical[column] |= UP | DOWN);
      }
      if (!bus.isStraight() && track > own) {
        bus.to().forEach(column -> vertical[column] |= UP | DOWN);
      }
    }
    char[] line = addLine();
    for (int x = 0; x < width; x++) {
      boolean isJoint = (horizontal[x] & (UP | DOWN)) != 0;
      // A line that only passes a track interrupts it, so that nobody takes it for a joint.
      line[x] = vertical[x] != 0 && !isJoint ? '│' : BOX.charAt(horizontal[x] | vertical[x]);
    }
  }
}
