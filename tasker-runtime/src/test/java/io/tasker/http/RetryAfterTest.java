package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-06T08:49:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                              | 0
          120                            | 120
          ' 7 '                          | 7
          3600                           | 3600
          3601                           | 3600
          99999999999999999999           | 3600
          Fri, 06 Nov 2026 08:49:37 GMT  | 37
          Friday, 06-Nov-26 08:49:37 GMT | 37
          Fri Nov  6 08:49:37 2026       | 37
          Fri Nov 06 08:49:37 2026       | 37
          Fri, 06 Nov 2026 08:49:00 GMT  | 0
          Sat, 07 Nov 2026 08:49:37 GMT  | 3600
          """)
  void seconds_andAllFormsOfDates_areRead(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "1.5",
        "soon",
        "1 minute",
        "٣",
        "Fri, 06 Nov 2026 08:48:59 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Mon, 06 Nov 2026 08:49:37 GMT",
        "Fri, 06 Nov 2026 25:49:37 GMT",
        "Fri, 06 Nov 2026 08:49:37 CET",
        "2026-11-06T08:49:37Z"
      })
  void past_andGarbage_areIgnored(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  @Test
  void twoDigitYears_areAtMostFiftyYearsAhead() {
    Instant later = Instant.parse("2096-01-01T00:00:00Z");
    assertThat(RetryAfter.parse("Sunday, 01-Jan-96 00:00:09 GMT", later))
        .contains(Duration.ofSeconds(9));
    assertThat(RetryAfter.parse("Wednesday, 01-Jan-38 00:00:00 GMT", later))
        .contains(RetryAfter.MAX);
  }

  @ParameterizedTest
  @CsvSource({"429", "503", "500"})
  void retryableFailures_carryTheWait(int status) throws Exception {
    String date = "Retry-After: Fri, 06 Nov 2026 08:50:00 GMT";
    try (LocalServer server = LocalServer.always(LocalServer.reply(status, "", date));
        ApiClient api =
            ApiClient.builder(server.url()).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build()) {
      RetryableApiException failure =
          catchThrowableOfType(RetryableApiException.class, () -> api.get("x"));
      assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
      assertThat(failure.status()).hasValue(status);
    }
  }

  @Test
  void withoutHeader_thePolicyOfTheStepApplies() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(429, ""));
        ApiClient api = ApiClient.of(server.url())) {
      RetryableApiException failure =
          catchThrowableOfType(RetryableApiException.class, () -> api.get("x"));
      assertThat(failure.retryAfter()).isEmpty();
    }
  }
}
