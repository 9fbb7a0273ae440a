package io.tasker.http;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a service spreads a list over pages. Immutable.
 *
 * <p>A page that would be read a second time, and more pages than the limit, fail with a {@link
 * PermanentApiException}, of code {@code PAGINATION_LOOP} or {@code TOO_MANY_PAGES}.
 */
public final class Pagination {
  private final NextPage next;
  private final JsonField items;
  private final int maxPages;

  private Pagination(NextPage next, JsonField items, int maxPages) {
    this.next = next;
    this.items = items;
    this.maxPages = maxPages;
  }

  private static Pagination by(NextPage next) {
    return new Pagination(next, JsonField.BODY, 100);
  }

  /**
   * Returns pages numbered from 1. The first page without items is the end, and is not delivered.
   *
   * @param parameter the query parameter, for example {@code page}
   * @return the pagination
   */
  public static Pagination byPageNumber(String parameter) {
    return byPageNumber(parameter, 1);
  }

  /**
   * Returns numbered pages. The first page without items is the end, and is not delivered.
   *
   * @param parameter the query parameter, for example {@code page}
   * @param start the number of the first page
   * @return the pagination
   */
  public static Pagination byPageNumber(String parameter, int start) {
    return by(new NextPage.Numbered(Objects.requireNonNull(parameter, "parameter"), start));
  }

  /**
   * Returns pages that name the next one. A page without a cursor, or with null or an empty text,
   * is the last.
   *
   * @param field the JSON field with the cursor, for example {@code next_cursor} or {@code
   *     meta.next}
   * @param parameter the query parameter to pass it in, for example {@code cursor}
   * @return the pagination
   */
  public static Pagination byCursor(String field, String parameter) {
    return by(
        new NextPage.Cursor(JsonField.of(field), Objects.requireNonNull(parameter, "parameter")));
  }

  /**
   * Returns pages that link to the next one in the header {@code Link} with {@code rel="next"} (RFC
   * 8288). The link must have the origin of the request, because it gets the credentials.
   *
   * @return the pagination
   */
  public static Pagination byLinkHeader() {
    return by(new NextPage.Linked());
  }

  /**
   * Sets where the items are; by default the body itself is the array.
   *
   * @param field the JSON field with the array, for example {@code orders} or {@code data.items}
   * @return the pagination with that field
   */
  public Pagination itemsAt(String field) {
    return new Pagination(next, JsonField.of(field), maxPages);
  }

  /**
   * Sets how many pages may be asked for; 100 by default.
   *
   * @param limit the limit, more than zero
   * @return the pagination with that limit
   * @throws IllegalArgumentException if the limit is not positive
   */
  public Pagination maxPages(int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("maxPages must be positive: " + limit);
    }
    return new Pagination(next, items, limit);
  }

  NextPage next() {
    return next;
  }

  int maxPages() {
    return maxPages;
  }

  /** Returns whether a page is behind the last one. */
  boolean isBeyond(ApiResponse page) {
    return next instanceof NextPage.Numbered && array(page).isEmpty();
  }

  @SuppressWarnings("unchecked") // the codec reads the type that the class stands for
  <T> Stream<T> itemsOf(ApiResponse page, Class<T> type) {
    JsonNode array = array(page);
    return IntStream.range(0, array.size())
        .mapToObj(index -> (T) page.part(array.get(index), type, items.names(), index));
  }

  private JsonNode array(ApiResponse page) {
    JsonNode array = items.in(page.json());
    if (!array.isArray()) {
      throw page.invalid("the body has no array at " + items);
    }
    return array;
  }
}
