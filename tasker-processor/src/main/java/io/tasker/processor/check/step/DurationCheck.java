package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.DurationText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.StepSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** A duration is a whole number and a unit; a timeout is in whole seconds. */
final class DurationCheck implements Check.OfClass {
  /** A template holds seconds, as Tasker Core's unsigned number of 32 bits. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(0xFFFF_FFFFL);

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    settings(handlers).forEach(settings -> check(settings, diagnostics));
  }

  static Stream<StepSettings> settings(HandlerClass handlers) {
    return Stream.concat(
        Stream.of(handlers.settings()), handlers.handlers().stream().map(HandlerModel::settings));
  }

  private static void check(StepSettings settings, Diagnostics diagnostics) {
    settings.retry().ifPresent(retry -> checkForm(retry.base(), diagnostics));
    settings.retry().ifPresent(retry -> checkForm(retry.max(), diagnostics));
    settings.timeout().ifPresent(timeout -> checkTimeout(timeout, diagnostics));
  }

  private static void checkTimeout(Located<String> timeout, Diagnostics diagnostics) {
    Optional<Duration> duration = checkForm(timeout, diagnostics);
    if (duration.isPresent() && !isWholeSeconds(duration.get())) {
      report(
          timeout,
          "timeout '%s' is not a number of whole seconds, 1 or more; a task template holds no other."
              .formatted(timeout.value()),
          diagnostics);
    } else if (duration.isPresent() && duration.get().compareTo(LONGEST_TIMEOUT) > 0) {
      report(
          timeout,
          "timeout '%s' is longer than %ds, about %dd, the most that a task template holds."
              .formatted(timeout.value(), LONGEST_TIMEOUT.toSeconds(), LONGEST_TIMEOUT.toDays()),
          diagnostics);
    }
  }

  private static void report(Located<String> timeout, String headline, Diagnostics diagnostics) {
    diagnostics.report(Problem.error(Code.INVALID_DURATION, timeout.at(), headline));
  }

  private static Optional<Duration> checkForm(Located<String> text, Diagnostics diagnostics) {
    Optional<Duration> duration = DurationText.parse(text.value());
    if (duration.isEmpty()) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_DURATION,
              text.at(),
              "'%s' is not a duration: write a whole number and ms, s, m, h or d, such as 30s."
                  .formatted(text.value())));
    }
    return duration;
  }

  private static boolean isWholeSeconds(Duration timeout) {
    return !timeout.isZero() && timeout.equals(timeout.truncatedTo(ChronoUnit.SECONDS));
  }
}
