package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration, callables and events of templates, against the handlers they name. */
class TemplateSettingsTest {
  private static final String HEAD =
      "name: orders\nnamespace_name: shop\nversion: \"1.0.0\"\nsteps:\n";

  private static final String LIMIT =
      "@Handler static int charge(@Config(\"limit\") int limit) { return 1; }\n";

  @TempDir Path folder;

  @Test
  void configurationOfAnEnvironment_isEnough() throws IOException {
    assertThat(
            problems(
                """
                  - {name: charge, handler: {callable: charge}}
                environments: {production: {steps: [{name: ALL, handler: {initialization: {limit: 5}}}]}}
                """,
                LIMIT))
        .isEmpty();
  }

  @Test
  void configurationOfAnEnvironment_isOfTheSameType() throws IOException {
    assertThat(
            problems(
                """
                  - {name: charge, handler: {callable: charge, initialization: {limit: 5}}}
                environments: {production: {steps: [{name: charge, handler: {initialization: {limit: five}}}]}}
                """,
                LIMIT))
        .containsExactly(
            """
            Handlers.java:6:49: error: [Tasker/ConfigMismatch] step 'charge' takes configuration 'limit' as int, but template shop/orders@1.0.0 gives it a text.
                template: templates/orders.yaml:6:86""");
  }

  @Test
  void misspeltKeyOfAllSteps_isToldOnce() throws IOException {
    assertThat(
            problems(
                """
                  - {name: charge, handler: {callable: charge}}
                  - {name: refund, dependencies: [charge], handler: {callable: refund}}
                environments: {production: {steps: [{name: ALL, handler: {initialization: {limt: 5}}}]}}
                """,
                LIMIT + "@Handler static int refund(@Config(\"limit\") int limit) { return 1; }\n"))
        .containsExactly(
            """
            Handlers.java:6:36: error: [Tasker/MissingConfig] step 'charge' needs configuration 'limit', which template shop/orders@1.0.0 does not have.
                did you mean: 'limt'
                known keys: limt
                template: templates/orders.yaml:5:20
                fix: add 'limit' to handler.initialization, or give it a defaultValue.""");
  }

  @Test
  void configurationThatIsOptional_mayBeLeftOut() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: charge}}\n",
                "@Handler static int charge(@Config(\"a\") Optional<String> a, @Config(value = \"b\", defaultValue = \"1\") int b) { return 1; }\n"))
        .isEmpty();
  }

  @Test
  void inputFieldOfTwoTypes_isTold() throws IOException {
    assertThat(
            problems(
                """
                  - {name: charge, handler: {callable: charge}}
                  - {name: ship, dependencies: [charge], handler: {callable: ship}}
                """,
                """
                @Handler static int charge(@Input("count") int count) { return 1; }
                @Handler static int ship(@Input("count") String count) { return 1; }
                """))
        .containsExactly(
            """
            Handlers.java:7:49: error: [Tasker/InputTypeConflict] input field 'count' is read as string by step 'ship', but as integer by step 'charge'.
                integer: shop.Handlers.charge(count)
                string: shop.Handlers.ship(count)
                fix: read it as one type everywhere.""");
  }

  @Test
  void callableWithoutAMethod_isAmbiguousAmongSeveral() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: pay}}\n",
                """
                @Handler(value = "pay", method = "charge") static int charge() { return 1; }
                @Handler(value = "pay", method = "refund") static int refund() { return 1; }
                """))
        .containsExactly(
            """
            error: [Tasker/UnknownMethod] templates/orders.yaml:5:40: step 'charge' names no method of handler 'pay', which has 2.
                known methods: charge, refund""");
  }

  @Test
  void resolverThatNobodyKnows_isAWarning() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: charge, resolver: explicit_maping}}\n",
                "@Handler static int charge() { return 1; }\n"))
        .containsExactly(
            """
            Handlers.java:5:7: warning: [Tasker/UnknownResolver] templates/orders.yaml:5:58: step 'charge' names resolver 'explicit_maping', but its handler 'charge' does not ask for it.
                did you mean: 'explicit_mapping'
                known resolvers: class_constant, class_lookup, explicit_mapping""");
  }

  @Test
  void aliasAndTheMethodCall_areFine() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: pay, method: call, resolver: class_lookup}}\n",
                "@Handler(aliases = \"pay\") static int charge() { return 1; }\n"))
        .isEmpty();
  }

  @Test
  void stepsThatTaskerCoreRunsItself_needNoHandler() throws IOException {
    assertThat(
            problems(
                """
                  - {name: charge, handler: {callable: charge}}
                  - {name: map, dependencies: [charge], handler: {callable: 'grammar:map'}}
                """,
                "@Handler static int charge() { return 1; }\n"))
        .isEmpty();
  }

  @Test
  void handlerOfAnotherModule_isAWarningWhereAskedFor() throws IOException {
    List<String> problems =
        new TemplateProject(folder)
            .option("-Atasker.unresolved=warn")
            .template(
                "orders.yaml",
                HEAD
                    + "  - {name: charge, handler: {callable: charge}}\n  - {name: ship, dependencies: [charge], handler: {callable: away}}\n")
            .handlers("@Handler static int charge() { return 1; }\n")
            .problems();

    assertThat(problems)
        .containsExactly(
            """
            Handlers.java:5:7: warning: [Tasker/UnknownCallable] templates/orders.yaml:6:62: step 'ship' names the handler 'away', but no handler has that callable.
                known callables: charge""");
  }

  @Test
  void eventThatTheStepDoesNotDeclare_isNeverPublished() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: charge}}\n",
                "@Handler @Publishes(\"payment.done\") static int charge() { return 1; }\n"))
        .containsExactly(
            """
            Handlers.java:6:21: warning: [Tasker/EventMismatch] step 'charge' never publishes event 'payment.done': template shop/orders@1.0.0 does not declare it.
                known events: none
                template: templates/orders.yaml:5:12
                fix: declare it under publishes_events of the step, or remove @Publishes.""");
  }

  @Test
  void eventsThatTheHandlerPublishes_areNotComparedWithItsResult() throws IOException {
    String template =
        """
          - name: charge
            handler: {callable: charge}
            publishes_events:
              - {name: payment.done, description: Paid, schema: {type: string}}
        """;

    assertThat(problems(template, "@Handler static int charge() { return 1; }\n"))
        .singleElement()
        .asString()
        .contains("[Tasker/EventMismatch]", "the schema of the event says string");
    assertThat(
            problems(
                template,
                "@Handler static int charge(io.tasker.handler.EventPublisher events) { return 1; }\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: object, required: [id]} | requires 'id'",
        "{type: object, required: [claim_id, note]} | requires 'note'",
        "{type: object, required: [id], properties: {claim_id: {type: string}}} | requires 'id'",
      })
  void fieldThatAnEventRequires_isOneOfTheResult(String schema, String said) throws IOException {
    assertThat(requiring(schema))
        .filteredOn(problem -> problem.contains("EventMismatch"))
        .singleElement()
        .asString()
        .contains(
            "error: [Tasker/EventMismatch] step 'close' publishes its result, Closed, as event 'claim.closed', but the schema of the event "
                + said
                + ".");
  }

  @Test
  void fieldThatTheResultHas_canBeRequired() throws IOException {
    assertThat(requiring("{type: object, required: [claim_id]}"))
        .noneMatch(problem -> problem.contains("EventMismatch"));
  }

  private List<String> requiring(String schema) throws IOException {
    return problems(
        """
          - name: close
            handler: {callable: close}
            publishes_events:
              - {name: claim.closed, description: Closed, schema: %s}
        """
            .formatted(schema),
        """
        record Closed(String claimId, Optional<String> note) {}
        @Handler static Closed close() { return new Closed("", Optional.empty()); }
        """);
  }

  @Test
  void limitsThatAgree_areFine() throws IOException {
    assertThat(
            problems(
                "  - {name: charge, handler: {callable: charge}, timeout_seconds: 60, retry: {max_attempts: 5}}\n",
                "@Handler @Timeout(\"1m\") @Retry(maxAttempts = 5) static int charge() { return 1; }\n"))
        .isEmpty();
  }

  @Test
  void limitsOfTheClass_areComparedForStepsWithoutTheirOwn() throws IOException {
    TemplateProject project =
        new TemplateProject(folder)
            .template(
                "orders.yaml",
                HEAD
                    + """
                      - {name: charge, handler: {callable: charge}, timeout_seconds: 60}
                      - {name: pack, dependencies: [charge], handler: {callable: pack}}
                      - {name: ship, dependencies: [pack], handler: {callable: ship}}
                    """)
            .source(
                "shop.Handlers",
                """
                package shop;
                import io.tasker.annotation.*;
                @Timeout("30s")
                final class Handlers {
                  @Handler @Timeout("1m") static int charge() { return 1; }
                  @Handler static int pack() { return 1; }
                  @Handler static int ship() { return 1; }
                }
                """);

    assertThat(project.problems())
        .containsExactly(
            """
            Handlers.java:3:10: warning: [Tasker/SettingMismatch] @Timeout of step 'pack' has no effect: template shop/orders@1.0.0 says no limit.
                template: templates/orders.yaml:6:5
                fix: remove @Timeout, or write the same in the template.""");
  }

  private List<String> problems(String steps, String handlers) throws IOException {
    return new TemplateProject(folder)
        .template("orders.yaml", HEAD + steps)
        .handlers(handlers)
        .problems();
  }
}
