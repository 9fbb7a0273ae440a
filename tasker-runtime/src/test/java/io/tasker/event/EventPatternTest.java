package io.tasker.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*,                 payment.processed,      true",
    "*,                 payment.card.processed, true",
    "payment.processed, payment.processed,      true",
    "payment.processed, payment.failed,         false",
    "payment.processed, payment.processed.eu,   false",
    "payment.*,         payment.processed,      true",
    "payment.*,         payment.card.processed, false",
    "payment.*,         payments.processed,     false",
    "*.failed,          payment.failed,         true",
    "*.failed,          payment.card.failed,    false",
    "*.*,               payment.failed,         true",
    "*.*,               payment.card.failed,    false",
    "payment.*.failed,  payment.card.failed,    true",
    "payment.*.failed,  payment.failed,         false",
    "payment.*.failed,  payment.card.processed, false",
    "a_1.*,             a_1.b,                  true",
    "a_1.*,             axa.b,                  false",
  })
  void matches_bySegment(String pattern, String event, boolean isMatch) {
    assertThat(new EventPattern(pattern).matches(event)).isEqualTo(isMatch);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "payment", "payment.", ".failed", "a..b", "pay*.failed", "Payment.*", "**"})
  void whatMatchesNoName_isNoPattern(String text) {
    assertThatThrownBy(() -> new EventPattern(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' matches no event name: write '*'");
  }
}
