package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedirectsTest {
  private static final RequestBody BODY = RequestBody.bytes(new byte[] {1}, "a/b");

  private static Optional<WireRequest> next(String method, int status, String from, String to) {
    RequestHeaders headers =
        RequestHeaders.empty().with("Authorization", "secret").with("Accept", "a/b");
    RequestBody body = method.equals("GET") || method.equals("HEAD") ? RequestBody.NONE : BODY;
    WireRequest request = new WireRequest(method, URI.create(from), headers, body);
    return Redirects.next(request, status, Optional.of(to));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  301, GET,  false",
    "GET,  308, GET,  false",
    "HEAD, 303, HEAD, false",
    "POST, 301, GET,  false",
    "POST, 302, GET,  false",
    "POST, 303, GET,  false",
    "PUT,  303, GET,  false",
    "PUT,  302, PUT,  true",
    "POST, 307, POST, true",
    "POST, 308, POST, true"
  })
  void methodAndBody_areThoseOfTheStandard(
      String method, int status, String nextMethod, boolean hasBody) {
    WireRequest next = next(method, status, "http://a/x/y?q=1", "z").orElseThrow();
    assertThat(next.method()).isEqualTo(nextMethod);
    assertThat(next.body().isNone()).isEqualTo(!hasBody);
    assertThat(next.headers().asMap()).containsEntry("Authorization", "secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/x/y,     z,               http://a/x/z",
    "http://a/x/y?q=1, /z?r=2#top,      http://a/z?r=2",
    "http://a/x/y?q=1, ?page=2,         http://a/x/y?page=2",
    "http://a,         .evil/x,         http://a/.evil/x",
    "http://a,         ?page=2,         http://a/?page=2",
    "http://a/x,       HTTP://A:80/y,   HTTP://A:80/y",
    "http://a/x,       https://a/x,     https://a/x",
    "https://a/x,      //b:8443/y,      https://b:8443/y"
  })
  void targets_areResolved(String from, String to, String target) {
    assertThat(next("GET", 302, from, to).orElseThrow().url()).hasToString(target);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/x,       HTTP://A:80/y,  true",
    "https://a:443/x,  https://a/y,    true",
    "http://a/x,       https://a/x,    false",
    "http://a/x,       http://b/x,     false",
    "http://a/x,       http://a:81/x,  false"
  })
  void credentials_goToNoOtherOrigin(String from, String to, boolean isKept) {
    WireRequest next = next("GET", 302, from, to).orElseThrow();
    assertThat(next.headers().asMap().containsKey("authorization")).isEqualTo(isKept);
    assertThat(next.headers().asMap()).containsEntry("accept", "a/b");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  302, https://a/x, http://a/x",
    "GET,  302, http://a/x,  ftp://a/x",
    "GET,  302, http://a/x,  http://user:pw@a/x",
    "GET,  302, http://a/x,  mailto:a@b",
    "GET,  302, http://a/x,  a b",
    "GET,  304, http://a/x,  http://a/y",
    "GET,  300, http://a/x,  http://a/y",
    "POST, 307, http://a/x,  http://b/x"
  })
  void others_areNotFollowed(String method, int status, String from, String to) {
    assertThat(next(method, status, from, to)).isEmpty();
  }

  @Test
  void redirect_isFollowedByTheClient() throws Exception {
    try (LocalServer server =
            new LocalServer(
                request ->
                    request.target().equals("/old")
                        ? LocalServer.reply(307, "", "Location: new")
                        : LocalServer.json("7"));
        ApiClient api = ApiClient.builder(server.url()).auth(ApiAuth.bearer("token")).build()) {
      assertThat(api.post("old", "body").as(Integer.class)).isEqualTo(7);
      assertThat(server.request().method()).isEqualTo("POST");
      assertThat(server.request().text()).isEqualTo("\"body\"");
      assertThat(server.request().header("Authorization")).isEqualTo("Bearer token");
    }
  }

  @Test
  void redirect_toAnotherOrigin_getsNoCredentials() throws Exception {
    try (LocalServer other = LocalServer.always(LocalServer.json("7"));
        LocalServer server =
            LocalServer.always(LocalServer.reply(302, "", "Location: " + other.url() + "/x"));
        ApiClient api =
            ApiClient.builder(server.url())
                .auth(ApiAuth.apiKey("key-1"))
                .header("X-Tenant", "t")
                .build()) {
      assertThat(api.get("x").as(Integer.class)).isEqualTo(7);
      assertThat(server.request().header("X-API-Key")).isEqualTo("key-1");
      assertThat(other.request().headers()).doesNotContainKeys("X-API-Key", "X-Tenant");
    }
  }

  @Test
  void loop_isPermanentAfterFiveRedirects() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(302, "", "Location: /x"));
        ApiClient api = ApiClient.of(server.url())) {
      PermanentApiException failure =
          catchThrowableOfType(PermanentApiException.class, () -> api.get("x"));
      assertThat(failure)
          .hasMessage("GET %s/x: more than 5 redirects, perhaps a loop".formatted(server.url()));
      assertThat(failure.code()).contains("TOO_MANY_REDIRECTS");
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void redirectWithoutTarget_isPermanent() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(302, ""));
        ApiClient api = ApiClient.of(server.url())) {
      PermanentApiException failure =
          catchThrowableOfType(PermanentApiException.class, () -> api.get("x"));
      assertThat(failure).hasMessage("HTTP 302: Redirect");
    }
  }
}
