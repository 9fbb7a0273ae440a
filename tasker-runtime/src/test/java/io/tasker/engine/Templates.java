package io.tasker.engine;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Short ways to write templates. */
final class Templates {
  static final RetryPolicy ONCE =
      new RetryPolicy(true, 1, BackoffStrategy.NONE, Duration.ZERO, Duration.ZERO);

  private Templates() {}

  /** Returns a template with steps such as {@code "a"} or {@code "c <- a b"}. */
  static TaskTemplate flow(RetryPolicy retry, String... steps) {
    TaskTemplate.Builder template = TaskTemplate.template("test", "flow", "1.0.0");
    for (String step : steps) {
      template.step(step(step).retry(retry).build());
    }
    return template.build();
  }

  static StepDefinition.Builder step(String text) {
    String name = nameOf(text);
    String above = text.substring(name.length()).replace(" <- ", "");
    List<String> dependencies = above.isEmpty() ? List.of() : Arrays.asList(above.split(" ", -1));
    return StepDefinition.step(name, HandlerReference.to(name)).dependencies(dependencies);
  }

  static String nameOf(String text) {
    int end = text.indexOf(" <- ");
    return end < 0 ? text : text.substring(0, end);
  }

  static RetryPolicy retries(int maxAttempts, BackoffStrategy backoff, long base, long max) {
    return new RetryPolicy(
        true, maxAttempts, backoff, Duration.ofMillis(base), Duration.ofMillis(max));
  }
}
