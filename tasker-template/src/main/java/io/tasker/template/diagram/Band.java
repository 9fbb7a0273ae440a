package io.tasker.template.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines between two rows: which of them meet, and on which tracks their horizontal parts run.
 *
 * <p>Lines meet only if each of them leads wherever the others do; a step whose lines lead to
 * different places has a stem for each. So no line can be taken for another.
 */
final class Band {
  private record Group(List<Cell> from, List<Cell> to) {
    double middle() {
      return to.stream().mapToInt(Cell::center).average().orElse(0);
    }
  }

  private final List<Group> groups = new ArrayList<>();
  private final Map<Cell, List<Group>> leaving = new LinkedHashMap<>();
  private final List<Bus> buses = new ArrayList<>();
  private final Map<Bus, Integer> tracks = new LinkedHashMap<>();

  /** Finds the lines below a row and makes room for their stems. */
  Band(List<Cell> upper) {
    Set<Cell> seen = new HashSet<>();
    for (Cell cell : upper) {
      if (!cell.below().isEmpty() && seen.add(cell)) {
        addConnected(cell, seen);
      }
    }
    for (Group group : groups) {
      group
          .from()
          .forEach(cell -> leaving.computeIfAbsent(cell, c -> new ArrayList<>()).add(group));
    }
    leaving.forEach((cell, stems) -> cell.widenFor(stems.size()));
  }

  /** Finds the tracks once all cells are placed; returns false if lines run over each other. */
  boolean route() {
    leaving.values().forEach(stems -> stems.sort(Comparator.comparingDouble(Group::middle)));
    for (Group group : groups) {
      buses.add(
          new Bus(
              group.from().stream()
                  .map(cell -> cell.stem(leaving.get(cell).indexOf(group)))
                  .toList(),
              group.to().stream().map(Cell::center).toList()));
    }
    buses.sort(Comparator.comparingInt(Bus::left).thenComparingInt(Bus::right));
    return assignTracks();
  }

  List<Bus> buses() {
    return buses;
  }

  int track(Bus bus) {
    return tracks.getOrDefault(bus, -1);
  }

  int trackCount() {
    return tracks.values().stream().mapToInt(track -> track + 1).max().orElse(0);
  }

  /** One group if everything connected leads everywhere in it, else one for each lower cell. */
  private void addConnected(Cell start, Set<Cell> seen) {
    Set<Cell> from = new LinkedHashSet<>(Set.of(start));
    Set<Cell> to = new LinkedHashSet<>();
    Deque<Cell> queue = new ArrayDeque<>(from);
    while (!queue.isEmpty()) {
      for (Cell lower : queue.remove().below()) {
        if (to.add(lower)) {
          lower.above().stream().filter(from::add).forEach(queue::add);
        }
      }
    }
    seen.addAll(from);
    if (from.stream().allMatch(upper -> upper.below().size() == to.size())) {
      groups.add(new Group(List.copyOf(from), List.copyOf(to)));
      return;
    }
    // Lower cells with the same cells above share a group, so that a fan-out stays one line.
    Map<Set<Cell>, List<Cell>> byOrigin = new LinkedHashMap<>();
    for (Cell lower : to) {
      byOrigin.computeIfAbsent(Set.copyOf(lower.above()), c -> new ArrayList<>()).add(lower);
    }
    byOrigin.values().forEach(cells -> groups.add(new Group(cells.get(0).above(), cells)));
  }

  private boolean assignTracks() {
    List<Bus> waiting = new ArrayList<>(buses.stream().filter(bus -> !bus.isStraight()).toList());
    while (!waiting.isEmpty()) {
      Optional<Bus> next =
          waiting.stream()
              .filter(bus -> waiting.stream().noneMatch(other -> other.isAbove(bus)))
              .findFirst();
      if (next.isEmpty()) {
        return false;
      }
      waiting.remove(next.get());
      tracks.put(next.get(), firstFree(next.get()));
    }
    return true;
  }

  private int firstFree(Bus bus) {
    int track = 0;
    for (Map.Entry<Bus, Integer> other : tracks.entrySet()) {
      boolean isBeside =
          other.getKey().right() + 1 < bus.left() || bus.right() + 1 < other.getKey().left();
      if (!isBeside || other.getKey().isAbove(bus)) {
        track = Math.max(track, other.getValue() + 1);
      }
    }
    return track;
  }
}
