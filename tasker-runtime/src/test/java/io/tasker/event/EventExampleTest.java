package io.tasker.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.Severity;
import io.tasker.template.yaml.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of {@code docs/events.md}, which shows what is between the two marks. */
@Timeout(60)
class EventExampleTest {
  private static final String TEMPLATE =
      """
      name: checkout
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: charge
          handler:
            callable: shop_charge
          publishes_events:
            - name: payment.processed
              description: The customer has paid
              schema: {type: object, required: [cents], properties: {id: {type: string}, cents: {type: integer}}}
              publisher: PaymentEvents
      """;

  // example
  record Payment(String id, long cents) {}

  static final class PaymentEvents implements StepEventPublisher {
    @Override
    public String name() {
      return "PaymentEvents";
    }

    @Override
    public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
      return Map.of("attempt", outcome.attempt());
    }
  }

  static void checkout(HandlerRegistry handlers, List<String> ledger) throws InterruptedException {
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template("checkout.yaml", TEMPLATE)
            .publisher(new PaymentEvents())
            .subscribe(
                "payment.*", event -> ledger.add("paid " + event.payload(Payment.class).cents()))
            .build()) {
      engine.submit(TaskRequest.of("shop", "checkout")).await().orThrow();
    }
  }

  // end

  @Test
  void theExample_runs() throws Exception {
    List<String> ledger = new CopyOnWriteArrayList<>();
    checkout(
        HandlerRegistry.empty().register("shop_charge", input -> new Payment("P-1", 1250)), ledger);

    assertThat(ledger).containsExactly("paid 1250");
  }

  @Test
  void theTemplate_isClean() {
    assertThat(TemplateChecks.check(new TemplateReader().read("checkout.yaml", TEMPLATE)))
        .filteredOn(problem -> problem.severity() != Severity.NOTE)
        .isEmpty();
  }

  @Test
  void thePage_showsTheExampleAsItIs() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/io/tasker/event/EventExampleTest.java"));
    String example =
        source.substring(source.indexOf("  // example\n") + 13, source.indexOf("  // end\n"));

    assertThat(Files.readString(Path.of("../docs/events.md")))
        .contains(example.stripTrailing().stripIndent())
        .contains(TEMPLATE.strip());
  }
}
