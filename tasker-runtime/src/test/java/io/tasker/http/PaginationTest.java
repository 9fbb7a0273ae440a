package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaginationTest {
  record Order(int id) {}

  /** Answers by request target; an unknown target is 404. */
  private static LocalServer serving(Map<String, LocalServer.Answer> answers) {
    return new LocalServer(
        request -> answers.getOrDefault(request.target(), LocalServer.reply(404, "")));
  }

  private static List<String> targets(LocalServer server) {
    return server.requests().stream().map(LocalServer.Request::target).toList();
  }

  @Test
  void numbers_countUpToTheFirstEmptyPage() throws Exception {
    Pagination pages = Pagination.byPageNumber("page").itemsAt("data.orders");
    try (LocalServer server =
            serving(
                Map.of(
                    "/orders?q=a&page=1",
                    LocalServer.json("{\"data\":{\"orders\":[{\"id\":1},{\"id\":2}]}}"),
                    "/orders?q=a&page=2",
                    LocalServer.json("{\"data\":{\"orders\":[{\"id\":3}]}}"),
                    "/orders?q=a&page=3",
                    LocalServer.json("{\"data\":{\"orders\":[]}}")));
        ApiClient api = ApiClient.of(server.url())) {
      ApiRequest request = api.request("GET", "orders").query("q", "a");
      assertThat(request.items(pages, Order.class))
          .containsExactly(new Order(1), new Order(2), new Order(3));
      assertThat(request.pages(pages)).hasSize(2);
    }
  }

  @Test
  void numbers_startWhereTheServiceCountsFrom() throws Exception {
    try (LocalServer server =
            serving(
                Map.of(
                    "/x?p=0", LocalServer.json("[7]"),
                    "/x?p=1", LocalServer.json("[]")));
        ApiClient api = ApiClient.of(server.url())) {
      assertThat(api.request("GET", "x").items(Pagination.byPageNumber("p", 0), Integer.class))
          .containsExactly(7);
    }
  }

  @Test
  void cursors_areFollowedUntilThereIsNone() throws Exception {
    try (LocalServer server =
            serving(
                Map.of(
                    "/x?size=2",
                    LocalServer.json("{\"items\":[1,2],\"meta\":{\"next\":\"a=&b\"}}"),
                    "/x?size=2&after=a%3D%26b",
                    LocalServer.json("{\"items\":[],\"meta\":{\"next\":17}}"),
                    "/x?size=2&after=17",
                    LocalServer.json("{\"items\":[3],\"meta\":{\"next\":null}}")));
        ApiClient api = ApiClient.of(server.url())) {
      assertThat(
              api.request("GET", "x")
                  .query("size", 2)
                  .items(Pagination.byCursor("meta.next", "after").itemsAt("items"), Integer.class))
          .containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"next\":null}", "{\"next\":\"\"}", "", "[]"})
  void cursors_thatAreAbsent_endThePages(String page) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json(page));
        ApiClient api = ApiClient.of(server.url())) {
      assertThat(api.request("GET", "x").pages(Pagination.byCursor("next", "c"))).hasSize(1);
    }
  }

  @Test
  void cursors_ofAnotherType_arePermanent() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{\"next\":[\"a\"]}"));
        ApiClient api = ApiClient.of(server.url())) {
      assertThatThrownBy(
              () -> api.request("GET", "x").pages(Pagination.byCursor("next", "c")).toList())
          .isInstanceOf(PermanentApiException.class)
          .hasMessageEndingWith("the cursor at next is neither a text nor a whole number");
    }
  }

  @Test
  void links_areFollowedWithCredentials() throws Exception {
    try (LocalServer server =
            serving(
                Map.of(
                    "/v1/x?size=2",
                    LocalServer.reply(
                        200,
                        "[1,2]",
                        "Link: </v1/x?size=2&p=1>; rel=prev, <?size=2&p=3>; rel=\"next\""),
                    "/v1/x?size=2&p=3",
                    LocalServer.reply(200, "[3]", "Link: </v1/x>; rel=first")));
        ApiClient api =
            ApiClient.builder(server.url() + "/v1").auth(ApiAuth.apiKey("key-1")).build()) {
      assertThat(
              api.request("GET", "x")
                  .query("size", 2)
                  .items(Pagination.byLinkHeader(), Integer.class))
          .containsExactly(1, 2, 3);
      assertThat(server.request().header("X-API-Key")).isEqualTo("key-1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/x",
        "//evil.example/x",
        "ftp://127.0.0.1/x",
        "a b",
        "mailto:x"
      })
  void links_toAnotherOrigin_arePermanent(String target) throws Exception {
    try (LocalServer server =
            LocalServer.always(LocalServer.reply(200, "", "Link: <" + target + ">; rel=next"));
        ApiClient api = ApiClient.of(server.url())) {
      assertThatThrownBy(() -> api.request("GET", "x").pages(Pagination.byLinkHeader()).toList())
          .isInstanceOf(PermanentApiException.class)
          .hasMessageEndingWith("the next page has another origin or is no URL");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <u>; rel=next                                  | u
          <u>; rel="next"                                | u
          <u>;rel="prev NEXT"                            | u
          <p>; rel=prev,<u>; title="a, b; c"; rel=next   | u
          <u,v;w>; REL=Next                              | u,v;w
          <u>; title="a \\"b, <v>; rel=prev"; rel=next   | u
          <u>; rel=next, <v>; rel=next                   | u
          <u>; rel=prev; rel=next                        | -
          <u>; rel=nexter                                | -
          <u>; x="rel=next"                              | -
          <u>                                            | -
          u; rel=next                                    | -
          <u; rel=next                                   | -
          ``                                             | -
          """)
  void linkHeaders_areReadAsTheStandardSays(String header, String target) {
    assertThat(LinkHeader.next(List.of("<p>; rel=prev", header)).orElse("-")).isEqualTo(target);
  }

  @Test
  void pages_areReadWhenTheStreamAsks() throws Exception {
    try (LocalServer server =
            new LocalServer(
                request -> {
                  int page = request.target().endsWith("=1") ? 1 : 2;
                  return LocalServer.json("[" + page + "," + page + "]");
                });
        ApiClient api = ApiClient.of(server.url())) {
      Pagination pages = Pagination.byPageNumber("page");
      ApiRequest request = api.request("GET", "x");
      assertThat(request.pages(pages).limit(1)).hasSize(1);
      assertThat(request.items(pages, Integer.class).limit(3)).containsExactly(1, 1, 2);
      assertThat(targets(server)).containsExactly("/x?page=1", "/x?page=1", "/x?page=2");
    }
  }

  @Test
  void loop_isPermanentAndAskedForOnce() throws Exception {
    try (LocalServer server =
            LocalServer.always(LocalServer.json("{\"next\":\"same\",\"secret\":1}"));
        ApiClient api = ApiClient.of(server.url())) {
      PermanentApiException failure =
          catchThrowableOfType(
              PermanentApiException.class,
              () -> api.request("GET", "x").pages(Pagination.byCursor("next", "c")).toList());
      assertThat(failure).hasMessage("GET " + server.url() + "/x: page 2 leads back to one before");
      assertThat(failure.code()).contains("PAGINATION_LOOP");
      assertThat(targets(server)).containsExactly("/x", "/x?c=same");
    }
  }

  @Test
  void moreThanTheLimit_isPermanentAndNamesIt() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("[1]"));
        ApiClient api = ApiClient.of(server.url())) {
      ApiRequest request = api.request("GET", "x");
      Pagination pages = Pagination.byPageNumber("page");
      PermanentApiException failure =
          catchThrowableOfType(
              PermanentApiException.class, () -> request.pages(pages.maxPages(3)).toList());
      assertThat(failure).hasMessageEndingWith("more than 3 pages; ask for less or raise maxPages");
      assertThat(failure.code()).contains("TOO_MANY_PAGES");
      assertThat(server.requests()).hasSize(3);
      assertThatThrownBy(() -> request.pages(pages).toList())
          .hasMessageContaining("more than 100 pages");
      assertThatThrownBy(() -> pages.maxPages(0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void failureOfAPage_isThatOfTheCall() throws Exception {
    try (LocalServer server = serving(Map.of("/x?page=1", LocalServer.json("[1]")));
        ApiClient api = ApiClient.of(server.url())) {
      assertThatThrownBy(
              () -> api.request("GET", "x").pages(Pagination.byPageNumber("page")).toList())
          .isInstanceOf(PermanentApiException.class)
          .hasMessage("HTTP 404: Not Found");
    }
  }

  @Test
  void items_thatDoNotFit_arePermanentWithTheirPlace() throws Exception {
    try (LocalServer server =
            LocalServer.always(
                LocalServer.json("{\"a\":{\"b\":[{\"id\":1},{\"id\":\"secret\"}]}}"));
        ApiClient api = ApiClient.of(server.url())) {
      ApiRequest request = api.request("GET", "x");
      Pagination link = Pagination.byLinkHeader();
      assertThatThrownBy(() -> request.items(link.itemsAt("a.b"), Order.class).toList())
          .hasMessageEndingWith(
              "does not fit %s at a.b[1].id: expected int, found a text"
                  .formatted(Order.class.getName()))
          .hasMessageNotContaining("secret");
      assertThatThrownBy(() -> request.items(link.itemsAt("a.c"), Order.class).toList())
          .hasMessageEndingWith("the body has no array at a.c");
      assertThatThrownBy(() -> request.items(link, Order.class).toList())
          .hasMessageEndingWith("the body has no array at the top");
    }
  }

  @Test
  void items_thatAreNull_arePermanent() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("[null]"));
        ApiClient api = ApiClient.of(server.url())) {
      assertThatThrownBy(
              () -> api.request("GET", "x").items(Pagination.byLinkHeader(), Order.class).toList())
          .hasMessageContaining("the body is null at [0] where " + Order.class.getName());
    }
  }

  @Test
  void manyPages_areReadInOrder() throws Exception {
    int[] expected = new int[40];
    Arrays.setAll(expected, i -> i + 1);
    try (LocalServer server =
            new LocalServer(
                request -> {
                  int page = Integer.parseInt(request.target().substring("/x?page=".length()));
                  return LocalServer.json(page <= 40 ? "[" + page + "]" : "[]");
                });
        ApiClient api = ApiClient.of(server.url())) {
      assertThat(
              api.request("GET", "x")
                  .items(Pagination.byPageNumber("page"), Integer.class)
                  .mapToInt(Integer::intValue)
                  .toArray())
          .isEqualTo(expected);
      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
