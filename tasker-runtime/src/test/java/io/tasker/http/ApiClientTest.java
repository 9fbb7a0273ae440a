package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

final class ApiClientTest {
  private LocalServer server;
  private ApiClient api;

  record NewOrder(String customerId, BigDecimal total) {}

  record Order(String orderId, int itemCount) {}

  @BeforeEach
  void start() {
    server = LocalServer.always(LocalServer.json("{\"order_id\":\"o-1\",\"item_count\":2}"));
    api = ApiClient.of(server.url() + "/v1");
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    server.close();
  }

  @Test
  void verbs_sendTheirMethodAndBody() {
    NewOrder body = new NewOrder("c-1", new BigDecimal("118.77"));
    api.get("orders");
    api.post("orders", body);
    api.put("orders", Map.of("a", 1));
    api.patch("orders", JsonNodeFactory.instance.objectNode().put("b", 2));
    api.delete("orders");
    api.request("post", "orders").send();

    assertThat(server.requests())
        .extracting(request -> request.method() + " " + request.target() + " " + request.text())
        .containsExactly(
            "GET /v1/orders ",
            "POST /v1/orders {\"customer_id\":\"c-1\",\"total\":118.77}",
            "PUT /v1/orders {\"a\":1}",
            "PATCH /v1/orders {\"b\":2}",
            "DELETE /v1/orders ",
            "POST /v1/orders ");
    assertThat(server.requests().get(1).header("content-type")).isEqualTo("application/json");
    assertThat(server.requests().get(0).headers()).doesNotContainKeys("Content-Type", "Upgrade");
  }

  @Test
  void answers_areReadAsRecords() {
    assertThat(api.get("orders/o-1").as(Order.class)).isEqualTo(new Order("o-1", 2));
  }

  @Test
  void calls_shareOneConnection() {
    for (int i = 0; i < 5; i++) {
      api.get("orders");
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          orders,        /v1/orders
          /orders,       /v1/orders
          orders/,       /v1/orders/
          "",            /v1
          a b/ü,         /v1/a%20b/%C3%BC
          a%2Fb,         /v1/a%2Fb
          a+b;x=1:2@c,   /v1/a+b;x=1:2@c
          http:/x,       /v1/http:/x
          ...,           /v1/...
          [x]|y,         /v1/%5Bx%5D%7Cy
          """)
  void paths_areBelowTheBaseUrl(String path, String target) {
    api.get(path);
    assertThat(server.request().target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../admin",
        "orders/../../admin",
        "orders/./x",
        "orders/%2e%2E/admin",
        "orders/..%2Fadmin",
        "orders/..%5cadmin",
        "orders\\..\\admin",
        "orders/..;x=1/admin",
        "//evil.example/x",
        "https://evil.example/x",
        "HTTP://evil.example",
        "orders?admin=true",
        "orders#top",
        "100%",
        "%١٢",
        "%zz"
      })
  void paths_thatLeaveTheBaseUrlOrHideAQuery_areRefused(String path) {
    assertThatThrownBy(() -> api.get(path))
        .isInstanceOf(ValidationException.class)
        .hasMessageStartingWith("The path of the request ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void segment_encodesWhateverItHolds() {
    api.request("GET", "orders/").segment("../a b?c#d%2F").segment(7).send();
    assertThat(server.request().target()).isEqualTo("/v1/orders/..%2Fa%20b%3Fc%23d%252F/7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void segment_ofDotsOrNothing_isRefused(String segment) {
    ApiRequest request = api.request("GET", "orders");
    assertThatThrownBy(() -> request.segment(segment)).isInstanceOf(ValidationException.class);
  }

  @Test
  void query_encodesAndKeepsOrderAndRepetition() {
    api.request("GET", "orders")
        .query("q", "a&b=c d+é/?")
        .query("tag", "x")
        .query("tag", 2)
        .query("näme", "")
        .send();
    assertThat(server.request().target())
        .isEqualTo("/v1/orders?q=a%26b%3Dc%20d%2B%C3%A9%2F%3F&tag=x&tag=2&n%C3%A4me=");
  }

  @Test
  void requests_areImmutable() {
    ApiRequest base = api.request("GET", "orders");
    base.query("page", 2).header("X-Trace", "t").json(Map.of());
    base.send();
    assertThat(server.request().target()).isEqualTo("/v1/orders");
    assertThat(server.request().headers()).doesNotContainKey("X-Trace");
  }

  @Test
  void headers_replaceDefaultsInAnyCase() {
    try (ApiClient other =
        ApiClient.builder(server.url()).header("x-tenant", "a").header("ACCEPT", "x/y").build()) {
      other.request("GET", "").header("X-Tenant", "b").send();
    }
    assertThat(server.request().header("X-Tenant")).isEqualTo("b");
    assertThat(server.request().header("Accept")).isEqualTo("x/y");
    assertThat(server.request().header("User-Agent")).isEqualTo("tasker-java");
  }

  @ParameterizedTest
  @CsvSource({"Host,x", "content-length,1", "Transfer-Encoding,chunked", "a b,x", "'',x"})
  void headers_ofTheConnectionOrWithoutName_areRefused(String name, String value) {
    ApiRequest request = api.request("GET", "");
    assertThatThrownBy(() -> request.header(name, value)).isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX: y", "secret\n", "secret-é", "secret\0"})
  void headerValues_thatCannotBeSent_areRefusedWithoutBeingQuoted(String value) {
    ApiRequest request = api.request("GET", "");
    assertThatThrownBy(() -> request.header("X-Key", value))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("X-Key")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /", "CONNECT", "G\nT"})
  void methods_thatAreNone_areRefused(String method) {
    assertThatThrownBy(() -> api.request(method, "x")).isInstanceOf(ValidationException.class);
  }

  @Test
  void otherBodies_keepTheirMediaType() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("grant type", "a&b");
    fields.put("n", 1);
    api.request("POST", "token").form(fields).send();
    assertThat(server.request().text()).isEqualTo("grant%20type=a%26b&n=1");
    assertThat(server.request().header("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");

    byte[] csv = "a,b".getBytes(StandardCharsets.UTF_8);
    api.request("PUT", "file").body(csv, "text/csv").send();
    assertThat(server.request().text()).isEqualTo("a,b");
    assertThat(server.request().header("Content-Type")).isEqualTo("text/csv");

    api.request("PATCH", "x")
        .header("content-type", "application/merge-patch+json")
        .json(List.of(1))
        .send();
    assertThat(server.request().header("Content-Type")).isEqualTo("application/merge-patch+json");
  }

  @Test
  void body_thatCannotBeJson_isPermanentAndNotQuoted() {
    assertThatThrownBy(() -> api.post("x", Map.of("amount", Double.NaN)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("cannot be written as JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.example.com",
        "ftp://api.example.com",
        "https:///v1",
        "https://api.example.com/v1?key=secret",
        "https://api.example.com/#x",
        "https://user:secret@api.example.com",
        "https://api.example.com/secret path"
      })
  void baseUrls_thatAreNone_areRefusedWithoutSecrets(String url) {
    assertThatThrownBy(() -> ApiClient.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The base URL of an ApiClient")
        .hasMessageNotContaining("secret");
  }

  @Test
  void limits_mustBePositive() {
    ApiClientBuilder builder = ApiClient.builder(server.url());
    assertThatThrownBy(() -> builder.maxResponseBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.requestTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.connectTimeout(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closed_refusesRequests() {
    api.close();
    api.close();
    assertThatThrownBy(() -> api.get("x")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void toString_saysWhereTo() {
    assertThat(api).hasToString("ApiClient[" + server.url() + "/v1]");
    assertThat(api.request("GET", "orders").query("q", "secret"))
        .hasToString("GET " + server.url() + "/v1/orders");
  }
}
