package io.tasker.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some of the tasks of a cluster.
 *
 * @param tasks the tasks of the page
 * @param pagination where the page is
 */
public record TaskPage(List<ClusterTask> tasks, Pagination pagination) {

  /** Copies the tasks. */
  public TaskPage {
    tasks = tasks.stream().map(ClusterTask::listed).toList();
  }

  /** Returns the tasks, and an empty one after the last of all pages. */
  List<Optional<ClusterTask>> tasksAndEnd() {
    List<Optional<ClusterTask>> all = new ArrayList<>();
    tasks.forEach(task -> all.add(Optional.of(task)));
    if (!pagination.hasNext()) {
      all.add(Optional.empty());
    }
    return all;
  }

  /**
   * Where a page is.
   *
   * @param page its number, 1 for the first
   * @param perPage how many tasks a page has
   * @param totalCount how many tasks there are
   * @param totalPages how many pages there are
   * @param hasNext whether there is another page
   */
  public record Pagination(
      int page, int perPage, long totalCount, int totalPages, boolean hasNext) {}
}
