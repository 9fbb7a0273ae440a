package io.tasker.template.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The columns of the cells: each as near to the average of its neighbours as its row allows.
 *
 * <p>Within a row this is least squares under an order with minimum distances. Subtracting the
 * distances leaves a monotone regression, which pooling adjacent violators solves exactly.
 */
final class Columns {
  private static final int SWEEPS = 6;
  private static final int GAP = 3;

  /** Neighbouring cells that have to keep their distance, at the average of their wishes. */
  private record Block(double sum, int cells) {
    double average() {
      return sum / cells;
    }
  }

  private final List<List<Cell>> rows;

  Columns(List<List<Cell>> rows) {
    this.rows = rows;
  }

  /** Places every cell and returns the width of the drawing. */
  int place() {
    rows.forEach(row -> place(row, new double[row.size()]));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        align(rows.get(down ? i : rows.size() - 1 - i), down);
      }
    }
    int least = rows.stream().flatMap(List::stream).mapToInt(Columns::start).min().orElse(0);
    rows.forEach(row -> row.forEach(cell -> cell.moveTo(cell.center() - least)));
    return rows.stream().flatMap(List::stream).mapToInt(Columns::end).max().orElse(-1) + 1;
  }

  private static int start(Cell cell) {
    return cell.center() - cell.left();
  }

  private static int end(Cell cell) {
    return cell.center() + cell.right();
  }

  private static void align(List<Cell> row, boolean down) {
    double[] wishes = new double[row.size()];
    for (int i = 0; i < wishes.length; i++) {
      Cell cell = row.get(i);
      wishes[i] =
          (down ? cell.above() : cell.below())
              .stream().mapToInt(Cell::center).average().orElse(cell.center());
    }
    place(row, wishes);
  }

  private static void place(List<Cell> row, double[] wishes) {
    int[] offsets = new int[row.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + row.get(i - 1).right() + GAP + 1 + row.get(i).left();
    }
    Deque<Block> blocks = new ArrayDeque<>();
    for (int i = 0; i < offsets.length; i++) {
      Block block = new Block(wishes[i] - offsets[i], 1);
      while (!blocks.isEmpty() && blocks.getLast().average() >= block.average()) {
        Block before = blocks.removeLast();
        block = new Block(before.sum() + block.sum(), before.cells() + block.cells());
      }
      blocks.addLast(block);
    }
    int index = 0;
    for (Block block : blocks) {
      // Rounding a monotone sequence keeps it monotone, so no distance gets smaller.
      int column = (int) Math.floor(block.average() + 0.5);
      for (int i = 0; i < block.cells(); i++, index++) {
        row.get(index).moveTo(column + offsets[index]);
      }
    }
  }
}
