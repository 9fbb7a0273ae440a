package io.tasker.client;

import io.tasker.TaskState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param namespace those of one namespace, or null for all
 * @param status those in one state, or null for all
 * @param page the number of the page, 1 for the first
 * @param perPage how many tasks on a page, from 1 to 100
 */
public record TaskFilter(
    @Nullable String namespace, @Nullable TaskState status, int page, int perPage) {

  /** Checks the numbers. */
  public TaskFilter {
    if (page < 1 || perPage < 1 || perPage > 100) {
      throw new IllegalArgumentException(
          "A page has a number from 1 on and 1 to 100 tasks, not number %d and %d tasks"
              .formatted(page, perPage));
    }
  }

  /**
   * Returns the first 25 tasks.
   *
   * @return the filter
   */
  public static TaskFilter all() {
    return new TaskFilter(null, null, 1, 25);
  }

  /**
   * Returns this filter for one namespace.
   *
   * @param name the namespace
   * @return the filter
   */
  public TaskFilter namespace(String name) {
    return new TaskFilter(Objects.requireNonNull(name, "name"), status, page, perPage);
  }

  /**
   * Returns this filter for one state.
   *
   * @param state the state
   * @return the filter
   */
  public TaskFilter status(TaskState state) {
    return new TaskFilter(namespace, Objects.requireNonNull(state, "state"), page, perPage);
  }

  /**
   * Returns this filter for another page.
   *
   * @param number the number, 1 for the first
   * @param size how many tasks on a page, from 1 to 100
   * @return the filter
   * @throws IllegalArgumentException if one of these is out of range
   */
  public TaskFilter page(int number, int size) {
    return new TaskFilter(namespace, status, number, size);
  }
}
