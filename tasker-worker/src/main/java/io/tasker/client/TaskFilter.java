package io.tasker.client;

import io.tasker.http.ApiRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param namespace those of one namespace, or null for all
 * @param isComplete true for those that are complete, false for all others, or null for both; a
 *     cluster does not list tasks by their exact state
 * @param initiator those somebody asked for, or null for all
 * @param sourceSystem those from one system, or null for all
 * @param page the number of the page, 1 for the first
 * @param perPage how many tasks on a page, from 1 to 100
 */
public record TaskFilter(
    @Nullable String namespace,
    @Nullable Boolean isComplete,
    @Nullable String initiator,
    @Nullable String sourceSystem,
    int page,
    int perPage) {

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
    return new TaskFilter(null, null, null, null, 1, 25);
  }

  /**
   * Returns this filter for one namespace.
   *
   * @param name the namespace
   * @return the filter
   */
  public TaskFilter namespace(String name) {
    return new TaskFilter(
        Objects.requireNonNull(name, "name"), isComplete, initiator, sourceSystem, page, perPage);
  }

  /**
   * Returns this filter for tasks that are complete, or for all others.
   *
   * @param isWanted true for those that are
   * @return the filter
   */
  public TaskFilter complete(boolean isWanted) {
    return new TaskFilter(namespace, isWanted, initiator, sourceSystem, page, perPage);
  }

  /**
   * Returns this filter for the tasks somebody asked for.
   *
   * @param name who
   * @return the filter
   */
  public TaskFilter initiator(String name) {
    return new TaskFilter(
        namespace, isComplete, Objects.requireNonNull(name, "name"), sourceSystem, page, perPage);
  }

  /**
   * Returns this filter for the tasks of one system.
   *
   * @param name the system
   * @return the filter
   */
  public TaskFilter sourceSystem(String name) {
    return new TaskFilter(
        namespace, isComplete, initiator, Objects.requireNonNull(name, "name"), page, perPage);
  }

  /**
   * Returns this filter for another page of the same size.
   *
   * @param number the number, 1 for the first
   * @return the filter
   * @throws IllegalArgumentException if it is less than 1
   */
  public TaskFilter page(int number) {
    return page(number, perPage);
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
    return new TaskFilter(namespace, isComplete, initiator, sourceSystem, number, size);
  }

  ApiRequest query(ApiRequest request) {
    ApiRequest all = request.query("page", page).query("per_page", perPage);
    all = namespace == null ? all : all.query("namespace", namespace);
    if (isComplete != null) {
      all = all.query("status", isComplete ? "completed" : "pending");
    }
    all = initiator == null ? all : all.query("initiator", initiator);
    return sourceSystem == null ? all : all.query("source_system", sourceSystem);
  }
}
