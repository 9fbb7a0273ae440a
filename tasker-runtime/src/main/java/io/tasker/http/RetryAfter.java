package io.tasker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After}: seconds, or a date in any of the forms of RFC 9110 §5.6.7. */
final class RetryAfter {
  /** The longest wait that is taken over from a server. */
  static final Duration MAX = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern MANY_SECONDS = Pattern.compile("[0-9]{10,}");

  private RetryAfter() {}

  /** Returns the wait from now on; empty for a date in the past and for what is neither form. */
  static Optional<Duration> parse(String header, Instant now) {
    String value = header.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value))));
    }
    if (MANY_SECONDS.matcher(value).matches()) {
      return Optional.of(MAX);
    }
    // A date in the past says nothing, so the backoff of the step's own policy applies.
    return date(value, now)
        .map(date -> Duration.between(now, date))
        .filter(wait -> !wait.isNegative())
        .map(RetryAfter::capped);
  }

  private static Duration capped(Duration wait) {
    return wait.compareTo(MAX) > 0 ? MAX : wait;
  }

  private static Optional<Instant> date(String value, Instant now) {
    return forms(now).stream().flatMap(form -> date(value, form).stream()).findFirst();
  }

  private static Optional<Instant> date(String value, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      // It may have another form; a header in none of them is ignored.
      return Optional.empty();
    }
  }

  private static List<DateTimeFormatter> forms(Instant now) {
    // Two digits mean the year that is at most 50 years ahead.
    LocalDate earliest = now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(49);
    DateTimeFormatter rfc850 =
        new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US);
    return List.of(
        DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US),
        rfc850,
        DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US));
  }
}
