package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.handler.ErrorTypes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

final class ApiResponseTest {
  record Item(String sku, int quantity) {}

  record Order(String orderId, List<Item> items) {}

  private static ApiResponse response(LocalServer.Answer answer) throws Exception {
    try (LocalServer server = LocalServer.always(answer);
        ApiClient api = ApiClient.of(server.url())) {
      return api.get("x");
    }
  }

  private static ApiResponse json(String body) throws Exception {
    return response(LocalServer.json(body));
  }

  @Test
  void body_isReadInEachWay() throws Exception {
    String body = "{\"order_id\":\"ö-1\",\"items\":[{\"sku\":\"a\",\"quantity\":2}],\"more\":1}";
    ApiResponse response = json(body);
    assertThat(response.as(Order.class)).isEqualTo(new Order("ö-1", List.of(new Item("a", 2))));
    assertThat(response.as(JsonNode.class).path("more").intValue()).isEqualTo(1);
    assertThat(response.json().path("order_id").stringValue()).isEqualTo("ö-1");
    assertThat(response.text()).isEqualTo(body);
    assertThat(response.bytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytes_areACopy() throws Exception {
    ApiResponse response = json("{}");
    response.bytes()[0] = 'x';
    assertThat(response.text()).isEqualTo("{}");
  }

  @Test
  void genericTypes_areRead() throws Exception {
    assertThat(json("[{\"sku\":\"a\",\"quantity\":2}]").as(new TypeReference<List<Item>>() {}))
        .containsExactly(new Item("a", 2));
    assertThat(json("{\"a\":1.50}").as(new TypeReference<Map<String, BigDecimal>>() {}))
        .containsEntry("a", new BigDecimal("1.50"));
    assertThat(json("7").as(int.class)).isEqualTo(7);
  }

  @Test
  void fieldNamedResult_isAFieldAsAnyOther() throws Exception {
    assertThat(json("{\"result\":{\"a\":1}}").as(new TypeReference<Map<String, Object>>() {}))
        .isEqualTo(Map.of("result", Map.of("a", 1)));
    assertThatThrownBy(() -> json("{\"result\":7}").as(Integer.class))
        .isInstanceOf(PermanentApiException.class);
  }

  @Test
  void headers_areFoundInAnyCase() throws Exception {
    ApiResponse response = response(LocalServer.reply(200, "", "X-Page: 1", "x-page: 2"));
    assertThat(response.header("x-PAGE")).contains("1");
    assertThat(response.headers().get("X-PAGE")).containsExactly("1", "2");
    assertThat(response.header("X-Other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain; charset=ISO-8859-1         | ISO-8859-1
          text/plain;CHARSET="utf-16be";x=y      | UTF-16BE
          application/json; charset = iso-8859-1 | ISO-8859-1
          text/plain                             | UTF-8
          application/json                       | UTF-8
          """)
  void charsets_areThoseTheServerNames(String contentType, String charset) throws Exception {
    byte[] bytes = "\"Grüße\"".getBytes(charset);
    ApiResponse response = response(LocalServer.reply(200, bytes, "Content-Type: " + contentType));
    assertThat(response.text()).isEqualTo("\"Grüße\"");
    assertThat(response.as(String.class)).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon", "%%"})
  void charsets_thatThisJdkDoesNotKnow_arePermanent(String charset) throws Exception {
    ApiResponse response =
        response(LocalServer.reply(200, "x", "Content-Type: text/plain; charset=" + charset));
    assertThatThrownBy(response::text)
        .isInstanceOf(PermanentApiException.class)
        .hasMessageEndingWith("the body is in a charset that this JDK does not know");
  }

  @Test
  void byteOrderMark_isNoJson() throws Exception {
    assertThat(json("\uFEFF{\"a\":1}").json().path("a").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void emptyBody_isEmptyInEachWay(int status) throws Exception {
    ApiResponse response = response(LocalServer.reply(status, ""));
    assertThat(response.bytes()).isEmpty();
    assertThat(response.text()).isEmpty();
    assertThat(response.json().isMissingNode()).isTrue();
    assertThatThrownBy(() -> response.as(Item.class))
        .hasMessageEndingWith(
            "HTTP %d, but the body is empty where %s is expected"
                .formatted(status, Item.class.getName()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <html>secret</html>     | is not JSON at line 1, column 1 (text/html)
          {"sku":"secret"         | is not JSON at line 1, column
          secret                  | is not JSON at line 1, column
          {"a":1} secret          | is not JSON at line 1, column
          {"a":"secret","a":2}    | is not JSON at line 1, column
          """)
  void bodies_thatAreNoJson_arePermanentWithPositionButNotQuoted(String body, String message)
      throws Exception {
    ApiResponse response = response(LocalServer.reply(200, body, "Content-Type: text/html; x=y"));
    PermanentApiException failure =
        catchThrowableOfType(PermanentApiException.class, () -> response.as(Item.class));
    assertThat(failure)
        .hasMessageStartingWith("GET http://127.0.0.1:")
        .hasMessageContaining("/x: HTTP 200, but the body " + message)
        .hasMessageNotContaining("secret")
        .hasNoCause();
    assertThat(failure.errorType()).isEqualTo(ErrorTypes.VALIDATION_ERROR);
    assertThat(failure.code()).contains("INVALID_RESPONSE");
    assertThat(failure.status()).hasValue(200);
    assertThat(failure.context()).containsEntry("http_status", 200).containsKey("url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"order_id":"o","items":[{"sku":"a","quantity":"secret"}]} | at items[0].quantity: expected int, found a text
          {"order_id":"o","items":[{"sku":"a","quantity":1.5}]}      | at items[0].quantity: expected int, found a number with a fraction or exponent
          {"order_id":"o","items":[{"sku":"secret"}]}                | at items[0]: Item lacks quantity
          {"order_id":"o","items":{"sku":"secret"}}                  | at items: expected an array, found an object
          {"order_id":"secret"}                                      | : Order lacks items
          ["secret"]                                                 | : expected Order, found an array
          "secret"                                                   | : expected Order, found a text
          """)
  void bodies_thatDoNotFit_arePermanentWithPathButNotQuoted(String body, String message)
      throws Exception {
    ApiResponse response = json(body);
    assertThatThrownBy(() -> response.as(Order.class))
        .isInstanceOf(PermanentApiException.class)
        .hasMessageContaining("the body does not fit " + Order.class.getName())
        .hasMessageEndingWith(message)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void nullBody_isNoValue() throws Exception {
    ApiResponse response = json("null");
    assertThat(response.json().isNull()).isTrue();
    assertThatThrownBy(() -> response.as(Item.class)).hasMessageContaining("the body is null");
  }

  @Test
  void deepBody_isRefused() throws Exception {
    ApiResponse response = json("[".repeat(100_000));
    assertThatThrownBy(response::json).isInstanceOf(PermanentApiException.class);
  }

  @Test
  void success_hasNoFailure() throws Exception {
    ApiResponse response = json("{}");
    assertThat(response.orThrow()).isSameAs(response);
    assertThatThrownBy(response::failure).isInstanceOf(IllegalStateException.class);
    assertThat(response.toString())
        .startsWith("HTTP 200 from GET http://127.0.0.1:")
        .endsWith("/x, 2 bytes");
  }
}
