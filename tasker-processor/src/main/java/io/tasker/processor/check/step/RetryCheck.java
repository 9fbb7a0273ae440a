package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.DurationText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.RetryModel;
import java.time.Duration;
import java.util.Optional;

/** Retry settings are within the ranges of a task template. */
final class RetryCheck implements Check.OfClass {
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration SHORTEST_BASE = Duration.ofMillis(100);
  private static final Duration SHORTEST_MAX = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    DurationCheck.settings(handlers)
        .flatMap(settings -> settings.retry().stream())
        .forEach(retry -> check(retry, diagnostics));
  }

  private static void check(RetryModel retry, Diagnostics diagnostics) {
    int attempts = retry.maxAttempts().value();
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_RETRY,
              retry.maxAttempts().at(),
              "maxAttempts is %d, but a step has 1 to %d attempts, the first one included."
                  .formatted(attempts, MOST_ATTEMPTS)));
    }
    Optional<Duration> base = DurationText.parse(retry.base().value());
    Optional<Duration> max = DurationText.parse(retry.max().value());
    boolean baseFits = checkRange("base", retry.base(), base, SHORTEST_BASE, "100ms", diagnostics);
    boolean maxFits = checkRange("max", retry.max(), max, SHORTEST_MAX, "1s", diagnostics);
    if (baseFits && maxFits && max.orElseThrow().compareTo(base.orElseThrow()) < 0) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_RETRY,
              retry.max().at().member().isEmpty() ? retry.base().at() : retry.max().at(),
              "the longest wait, '%s', is shorter than the first one, '%s'."
                  .formatted(retry.max().value(), retry.base().value()),
              "fix: make max at least '%s'.".formatted(retry.base().value())));
    }
  }

  /** Returns whether the duration is there and in range; a malformed one is not this rule's. */
  private static boolean checkRange(
      String member,
      Located<String> text,
      Optional<Duration> duration,
      Duration shortest,
      String shortestText,
      Diagnostics diagnostics) {
    if (duration.isEmpty()) {
      return false;
    }
    boolean fits =
        duration.get().compareTo(shortest) >= 0 && duration.get().compareTo(LONGEST) <= 0;
    if (!fits) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_RETRY,
              text.at(),
              "%s is '%s', but it lies between %s and 1h."
                  .formatted(member, text.value(), shortestText)));
    }
    return fits;
  }
}
