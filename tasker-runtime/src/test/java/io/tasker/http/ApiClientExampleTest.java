package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in the documentation of {@link ApiClient}, compiled and run. */
final class ApiClientExampleTest {
  record NewOrder(String customerId, BigDecimal total) {}

  record Order(String id, String status) {}

  private interface Tokens {
    String current();
  }

  @Test
  void example_runs() throws Exception {
    Tokens tokens = () -> "token";
    BigDecimal total = new BigDecimal("118.77");
    String order = "{\"id\":\"o-1\",\"status\":\"open\"}";
    try (LocalServer server =
        new LocalServer(
            request ->
                request.target().startsWith("/v1/orders?")
                    ? LocalServer.json("{\"orders\":[" + order + "]}")
                    : LocalServer.json(order))) {
      String url = server.url() + "/v1";

      try (ApiClient api = ApiClient.builder(url).auth(ApiAuth.bearer(tokens::current)).build()) {
        Order created = api.post("orders", new NewOrder("c-1", total)).as(Order.class);

        ApiResponse found = api.request("GET", "orders").segment(created.id()).exchange();
        boolean isKnown = found.status() != 404;

        List<Order> open =
            api.request("GET", "orders")
                .query("status", "open")
                .items(Pagination.byCursor("next_cursor", "cursor").itemsAt("orders"), Order.class)
                .toList();

        assertThat(isKnown).isTrue();
        assertThat(open).containsExactly(created);
      }
    }
  }
}
