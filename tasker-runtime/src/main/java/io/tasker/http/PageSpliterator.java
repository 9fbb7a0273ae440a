package io.tasker.http;

import io.tasker.handler.ErrorTypes;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;

/** Asks for the next page when the stream does, and not before. */
final class PageSpliterator extends Spliterators.AbstractSpliterator<ApiResponse> {
  private final Pagination pagination;
  private final Set<URI> seen = new HashSet<>();
  private Optional<ApiRequest> upcoming;

  PageSpliterator(ApiRequest request, Pagination pagination) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.pagination = pagination;
    this.upcoming = Optional.of(pagination.next().first(request));
  }

  @Override
  public boolean tryAdvance(Consumer<? super ApiResponse> action) {
    if (upcoming.isEmpty()) {
      return false;
    }
    ApiRequest request = upcoming.get();
    check(request);
    ApiResponse page = request.send();
    if (pagination.isBeyond(page)) {
      upcoming = Optional.empty();
      return false;
    }
    upcoming = pagination.next().after(request, page, seen.size());
    action.accept(page);
    return true;
  }

  private void check(ApiRequest request) {
    if (!seen.add(request.url().toUri())) {
      throw stop(
          request, "page %d leads back to one before".formatted(seen.size()), "PAGINATION_LOOP");
    }
    if (seen.size() > pagination.maxPages()) {
      throw stop(
          request,
          "more than %d pages; ask for less or raise maxPages".formatted(pagination.maxPages()),
          "TOO_MANY_PAGES");
    }
  }

  private static PermanentApiException stop(ApiRequest request, String what, String code) {
    PermanentApiException failure =
        new PermanentApiException(request + ": " + what, ErrorTypes.PERMANENT_ERROR, code, 0, null);
    failure.with("url", request.url().location());
    failure.with("classification", ErrorTypes.PERMANENT_ERROR);
    return failure;
  }
}
