package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"error":"No such order"}                          | No such order
          {"message":"No such order"}                        | No such order
          {"detail":"No such order"}                         | No such order
          {"error_message":"No such order"}                  | No such order
          {"msg":"No such order"}                            | No such order
          {"error":{"message":"No such order"}}              | No such order
          {"msg":"second","error":"first"}                   | first
          {"error":" ","detail":"No such order"}             | No such order
          {"error":true,"message":"No such order"}           | No such order
          {"error":{"code":7},"message":"No such order"}     | No such order
          {"error":"line\\nbreak\\u0000 and\\ttab"}          | line break and tab
          {"reason":"unknown field"}                         | Not Found
          {"error":null}                                     | Not Found
          ["No such order"]                                  | Not Found
          "No such order"                                    | Not Found
          {"error":"cut                                      | Not Found
          <html>No such order</html>                         | Not Found
          """)
  void messages_comeFromTheKnownFieldsElseThePhrase(String body, String message) throws Exception {
    assertThat(failure(body)).isEqualTo("HTTP 404: " + message);
  }

  @Test
  void messages_areShortened() throws Exception {
    assertThat(failure("{\"error\":\"" + "x".repeat(5000) + "\"}"))
        .isEqualTo("HTTP 404: " + "x".repeat(300) + "…");
  }

  @Test
  void charsets_thatThisJdkDoesNotKnow_leaveThePhrase() throws Exception {
    LocalServer.Answer answer =
        LocalServer.reply(404, "{\"error\":\"x\"}", "Content-Type: a/b; charset=klingon");
    try (LocalServer server = LocalServer.always(answer);
        ApiClient api = ApiClient.of(server.url())) {
      assertThat(api.request("GET", "x").exchange().failure()).hasMessage("HTTP 404: Not Found");
    }
  }

  private static String failure(String body) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(404, body));
        ApiClient api = ApiClient.of(server.url())) {
      return api.request("GET", "x").exchange().failure().getMessage();
    }
  }
}
