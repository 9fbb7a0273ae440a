package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of subscribers beside the events of a module. */
class UnpublishedEventTest {
  @ParameterizedTest
  @CsvSource({
    "payments.*, payment.*",
    "payment.chraged, payment.charged",
    "*.charge, *.charged",
    "audit.done, ",
    "order.created, ",
    "payment.*, ",
    "*.charged, ",
    "*, ",
    "*.*, ",
  })
  void pattern_thatNearlyMatchesAnEvent_isAWarning(String pattern, String meant) {
    List<String> messages =
        messages(
            "@Handler @Publishes(\"payment.charged\") static int charge() { return 1; }\n@Subscribes(\"%s\") static void on(io.tasker.event.DomainEvent event) {}"
                .formatted(pattern));

    if (meant == null) {
      assertThat(messages).isEmpty();
    } else {
      assertThat(messages)
          .containsExactly(
              "WARNING [Tasker/UnpublishedEvent] no step of this module publishes an event that '%s' matches."
                  .formatted(pattern));
    }
  }

  private static List<String> messages(String members) {
    return Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Orders",
                """
                package shop;
                import io.tasker.annotation.*;
                import io.tasker.handler.*;
                @Workflow(namespace = "shop", name = "orders")
                final class Orders {
                %s}
                """
                    .formatted(members)))
        .diagnostics()
        .stream()
        .filter(each -> each.getMessage(Locale.ROOT).startsWith("[Tasker/"))
        .map(each -> each.getKind() + " " + each.getMessage(Locale.ROOT).lines().findFirst().get())
        .map(each -> each.replace("MANDATORY_", ""))
        .toList();
  }
}
