package io.tasker.processor.check;

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
    settings
        .timeout()
        .flatMap(
            timeout -> checkForm(timeout, diagnostics).map(value -> new Written(timeout, value)))
        .filter(written -> !isWholeSeconds(written.value()))
        .ifPresent(written -> diagnostics.report(notWholeSeconds(written.text())));
  }

  private record Written(Located<String> text, Duration value) {}

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

  private static Problem notWholeSeconds(Located<String> timeout) {
    return Problem.error(
        Code.INVALID_DURATION,
        timeout.at(),
        "timeout '%s' is not a number of whole seconds, 1 or more; a task template holds no other."
            .formatted(timeout.value()));
  }
}
