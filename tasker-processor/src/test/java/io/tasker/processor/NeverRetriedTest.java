package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declared failure that a further attempt may heal, and a step that gets none. */
class NeverRetriedTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // At the annotation of the step, or at the step if the class says it for all.
        "@Retry(maxAttempts = 1) |  | 7:33 | has one attempt",
        "@Retry(retryable = false) |  | 7:12 | is retryable = false",
        " | @Retry(maxAttempts = 1) | 7:24 | has one attempt",
      })
  void annotationOfOneAttempt_isTold(String method, String type, String place, String why) {
    assertThat(problems(method, type, "RateLimitException"))
        .containsExactly(
            """
            Checkout.java:%s: warning: [Tasker/NeverRetried] step 'pay' throws a RetryableException, but is never tried again: it %s.
                fix: allow more attempts, or throw a PermanentException."""
                .formatted(place, why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Retry(maxAttempts = 1) |  | PermanentException",
        "@Retry(maxAttempts = 1) |  | Exception",
        "@Retry(maxAttempts = 2) | @Retry(maxAttempts = 1) | RetryableException",
        " |  | RetryableException",
        "@SuppressWarnings(\"tasker:NeverRetried\") @Retry(maxAttempts = 1) |  | RetryableException",
      })
  void otherFailuresAndFurtherAttempts_areFine(String method, String type, String thrown) {
    assertThat(problems(method, type, thrown)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{max_attempts: 1}  | has one attempt",
        "{retryable: false} | is retryable: false",
      })
  void templateOfOneAttempt_isTold(String retry, String why) throws IOException {
    assertThat(inTemplate(retry))
        .containsExactly(
            """
            Handlers.java:6:21: warning: [Tasker/NeverRetried] step 'pay' throws a RetryableException, but is never tried again: it %s.
                template: templates/orders.yaml:5:43
                fix: allow more attempts, or throw a PermanentException."""
                .formatted(why));
  }

  @Test
  void templateOfTwoAttempts_isFine() throws IOException {
    assertThat(inTemplate("{max_attempts: 2}")).isEmpty();
  }

  private List<String> inTemplate(String retry) throws IOException {
    return new TemplateProject(folder)
        .template(
            "orders.yaml",
            """
            name: orders
            namespace_name: shop
            version: "1.0.0"
            steps:
              - {name: pay, handler: {callable: pay}, retry: %s}
            """
                .formatted(retry))
        .handlers("@Handler static int pay() throws ResourceContentionException { return 1; }\n")
        .problems();
  }

  private static List<String> problems(String method, String type, String thrown) {
    String source =
        """
        package shop;
        import io.tasker.annotation.*;
        import io.tasker.handler.*;
        %s
        @Workflow(namespace = "shop", name = "checkout")
        final class Checkout {
          @Handler %s static int pay() throws %s { return 1; }
        }
        """
            .formatted(type == null ? "" : type, method == null ? "" : method, thrown);
    return Compilations.compile(JavaFileObjects.forSourceString("shop.Checkout", source))
        .diagnostics()
        .stream()
        .filter(diagnostic -> !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
        .map(TemplateProject::shown)
        .toList();
  }
}
