package io.tasker.template.diagram;

import io.tasker.template.graph.WorkflowGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a drawing, each line between neighbouring rows only, ordered so that few lines cross.
 *
 * <p>A line over several rows has a passage in each row between.
 */
final class Layers {
  private static final int SWEEPS = 8;

  private List<List<Cell>> rows = new ArrayList<>();

  Layers(WorkflowGraph graph, List<List<String>> levels, Map<String, String> labels) {
    Map<String, Integer> levelOf = new HashMap<>();
    Map<String, Cell> cells = new HashMap<>();
    for (List<String> level : levels) {
      List<Cell> row = new ArrayList<>();
      for (String step : level) {
        Cell cell = Cell.step(labels.getOrDefault(step, step));
        levelOf.put(step, rows.size());
        cells.put(step, cell);
        row.add(cell);
      }
      rows.add(row);
    }
    for (List<String> level : levels) {
      level.forEach(step -> connect(step, graph.dependents(step), levelOf, cells));
    }
    order();
  }

  List<List<Cell>> rows() {
    return rows;
  }

  private void connect(
      String step, List<String> dependents, Map<String, Integer> levelOf, Map<String, Cell> cells) {
    for (String dependent : dependents) {
      Cell last = cells.get(step);
      for (int level = levelOf.get(step) + 1; level < levelOf.get(dependent); level++) {
        Cell passage = Cell.passage();
        rows.get(level).add(passage);
        Cell.connect(last, passage);
        last = passage;
      }
      Cell.connect(last, cells.get(dependent));
    }
  }

  /** Sweeps down and up, each cell to the average of its neighbours; keeps the best of all. */
  private void order() {
    List<List<Cell>> best = copy(rows);
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        int row = down ? i : rows.size() - 1 - i;
        Map<Cell, Integer> index = indexes(rows.get(down ? row - 1 : row + 1));
        rows.get(row)
            .sort(
                Comparator.comparingDouble(
                    cell ->
                        (down ? cell.above() : cell.below())
                            .stream().mapToInt(index::get).average().orElse(0)));
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy(rows);
      }
    }
    rows = best;
  }

  private long crossings() {
    long crossings = 0;
    for (int row = 1; row < rows.size(); row++) {
      Map<Cell, Integer> index = indexes(rows.get(row));
      List<Integer> ends = new ArrayList<>();
      for (Cell upper : rows.get(row - 1)) {
        List<Integer> own = upper.below().stream().map(index::get).sorted().toList();
        for (int end : own) {
          crossings += ends.stream().filter(other -> other > end).count();
        }
        ends.addAll(own);
      }
    }
    return crossings;
  }

  private static Map<Cell, Integer> indexes(List<Cell> row) {
    Map<Cell, Integer> index = new HashMap<>();
    row.forEach(cell -> index.put(cell, index.size()));
    return index;
  }

  private static List<List<Cell>> copy(List<List<Cell>> rows) {
    List<List<Cell>> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }
}
