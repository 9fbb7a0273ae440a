package io.tasker.http;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How to get from one page to the next. */
sealed interface NextPage {
  /** Returns the request of the first page. */
  ApiRequest first(ApiRequest request);

  /**
   * Returns the request of the page after the {@code count}-th, which {@code request} got; empty if
   * that was the last.
   */
  Optional<ApiRequest> after(ApiRequest request, ApiResponse page, int count);

  /** By a number that counts up; nothing but a page without items says which one is the last. */
  record Numbered(String parameter, int start) implements NextPage {
    @Override
    public ApiRequest first(ApiRequest request) {
      return request.replacingQuery(parameter, Integer.toString(start));
    }

    @Override
    public Optional<ApiRequest> after(ApiRequest request, ApiResponse page, int count) {
      return Optional.of(request.replacingQuery(parameter, Long.toString((long) start + count)));
    }
  }

  /** By a value in the page before. */
  record Cursor(JsonField field, String parameter) implements NextPage {
    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> after(ApiRequest request, ApiResponse page, int count) {
      JsonNode cursor = field.in(page.json());
      if (cursor.isMissingNode() || cursor.isNull()) {
        return Optional.empty();
      }
      if (!cursor.isString() && !cursor.isIntegralNumber()) {
        throw page.invalid("the cursor at " + field + " is neither a text nor a whole number");
      }
      String value = cursor.asString();
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(request.replacingQuery(parameter, value));
    }
  }

  /** By a URL in a header of the page before. */
  record Linked() implements NextPage {
    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> after(ApiRequest request, ApiResponse page, int count) {
      Optional<String> target = LinkHeader.next(page.headers().getOrDefault("Link", List.of()));
      if (target.isEmpty()) {
        return Optional.empty();
      }
      // Ending here instead would lose the rest of the data without a word.
      ApiRequest next =
          request
              .sameOrigin(target.get())
              .orElseThrow(() -> page.invalid("the next page has another origin or is no URL"));
      return Optional.of(next);
    }
  }
}
