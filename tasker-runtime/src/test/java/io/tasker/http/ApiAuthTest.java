package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.handler.ConfigurationException;
import io.tasker.handler.StepException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiAuthTest {
  private static final String SECRET = "s3cr3t-t0ken";

  private static LocalServer.Request sent(ApiAuth auth) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{}"));
        ApiClient api = ApiClient.builder(server.url()).auth(auth).build()) {
      api.request("GET", "x").query("a", 1).send();
      return server.request();
    }
  }

  @Test
  void credentials_areSentInTheirPlace() throws Exception {
    assertThat(sent(ApiAuth.bearer(SECRET)).header("Authorization")).isEqualTo("Bearer " + SECRET);
    assertThat(sent(ApiAuth.basic("Aladdin", "open sesame")).header("Authorization"))
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(sent(ApiAuth.apiKey(SECRET)).header("X-API-Key")).isEqualTo(SECRET);
    assertThat(sent(ApiAuth.apiKey("X-Other", () -> SECRET)).header("X-Other")).isEqualTo(SECRET);
    assertThat(sent(ApiAuth.apiKeyInQuery("key", () -> "a b&c")).target())
        .isEqualTo("/x?a=1&key=a%20b%26c");
  }

  @Test
  void function_isAskedForEachRequest() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (LocalServer server = LocalServer.always(LocalServer.json("{}"));
        ApiClient api =
            ApiClient.builder(server.url())
                .auth(ApiAuth.bearer(() -> "token-" + count.incrementAndGet()))
                .build()) {
      api.get("x");
      api.get("x");
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer token-1", "Bearer token-2");
    }
  }

  @Test
  void function_thatFails_reachesTheCaller() throws Exception {
    ApiAuth auth =
        ApiAuth.bearer(
            () -> {
              throw new ConfigurationException("No token");
            });
    assertThatThrownBy(() -> sent(auth))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("No token");
  }

  @Test
  void headerOfTheRequest_winsOverTheCredentials() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{}"));
        ApiClient api = ApiClient.builder(server.url()).auth(ApiAuth.bearer(SECRET)).build()) {
      api.request("GET", "x").header("authorization", "Bearer mine").send();
      assertThat(server.request().header("Authorization")).isEqualTo("Bearer mine");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cr3t\n", "s3cr3t\r\nX: y", "s3cr3t-ö"})
  void secrets_thatCannotBeSent_areRefusedWithoutBeingQuoted(String secret) {
    assertThatThrownBy(() -> ApiAuth.bearer(secret))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(() -> sent(ApiAuth.bearer(() -> secret)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("bearer token")
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(() -> ApiAuth.basic("a:b", "c")).isInstanceOf(ConfigurationException.class);
  }

  static List<ApiAuth> kinds() {
    return List.of(
        ApiAuth.bearer(SECRET),
        ApiAuth.basic("user", SECRET),
        ApiAuth.apiKey(SECRET),
        ApiAuth.apiKeyInQuery("key", () -> SECRET));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void secrets_areInNothingThatPeopleRead(ApiAuth auth) throws Exception {
    String echo = "{\"error\":\"The key " + SECRET + " is revoked\"}";
    Iterator<LocalServer.Answer> answers =
        Stream.of(
                LocalServer.reply(401, echo),
                LocalServer.reply(503, echo),
                LocalServer.reply(200, SECRET),
                LocalServer.reply(200, "{\"a\":\"" + SECRET + "\"}"),
                (LocalServer.Answer) out -> false)
            .iterator();
    try (LocalServer server =
            new LocalServer(
                request -> answers.hasNext() ? answers.next() : (LocalServer.Answer) out -> false);
        ApiClient api = ApiClient.builder(server.url()).auth(auth).build()) {
      for (int i = 0; i < 5; i++) {
        StepException failure =
            catchThrowableOfType(StepException.class, () -> api.post("x", 1).as(Integer.class));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString() + failure.context()).doesNotContain(SECRET);
      }
      assertThat(api.toString() + auth + api.request("GET", "x")).doesNotContain(SECRET);
    }
  }

  @Test
  void messages_keepAllButTheSecret() throws Exception {
    LocalServer.Answer echo =
        LocalServer.reply(401, "{\"error\":\"The key " + SECRET + " is revoked\"}");
    try (LocalServer server = LocalServer.always(echo);
        ApiClient api = ApiClient.builder(server.url()).auth(ApiAuth.apiKey(SECRET)).build()) {
      assertThatThrownBy(() -> api.get("x")).hasMessage("HTTP 401: The key *** is revoked");
    }
  }
}
