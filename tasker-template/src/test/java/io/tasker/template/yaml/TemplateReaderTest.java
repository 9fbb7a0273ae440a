package io.tasker.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.InvalidTemplateException;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {
  private static final String COMPLETE =
      """
      name: order_processing
      namespace_name: ecommerce
      version: 1.2.3
      description: Takes an order
      metadata:
        author: Ann
        tags: [orders]
        created_at: 2026-01-31T09:30:00Z
      system_dependencies: {primary: db, secondary: [cache]}
      domain_events:
        - name: order.placed
      lifecycle:
        max_duration_minutes: 60
      input_schema:
        type: object
        properties: {total: {type: number, minimum: 0.5, default: null}}
      steps:
        - name: split
          step_type: batchable
          handler:
            callable: Orders::Split
            method: split
            resolver: explicit_mapping
            initialization: {worker_template_name: work, depth: 3}
          retry:
            retryable: false
            max_attempts: 5
            backoff: linear
            backoff_base_ms: 200
            max_backoff_ms: 4000
          timeout_seconds: 30
        - name: work
          type: batch_worker
          system_dependency: db
          depends_on: [split]
          handler: {callable: work}
          batch_config:
            batch_size: 10
            parallelism: 2
            cursor_field: id
            worker_template: work
            failure_strategy: fail_fast
          publishes_events:
            - name: orders.worked
              description: A batch is done
              condition: always
              delivery_mode: fast
              publisher: com.acme.Events
              schema: {type: object}
          composition: {steps: 1}
          result_schema: {type: object}
      environments:
        production:
          steps:
            - name: ALL
              timeout_seconds: 5
              handler: {initialization: {depth: 4}}
              retry: {max_attempts: 1}
      """;

  private static TemplateReading read(String yaml) {
    return new TemplateReader().read("orders.yaml", yaml);
  }

  private static String onlyText(String yaml) {
    List<TemplateProblem> problems = read(yaml).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).text();
  }

  private static String withStep(String step) {
    return """
    name: n
    namespace_name: ns
    version: 1.0.0
    steps:
      - name: pack
        handler: {callable: pack}
    """
        + step.indent(4);
  }

  @Test
  void everyField_isRead() {
    TaskTemplate template = read(COMPLETE).orThrow().template();

    assertThat(template.identity()).isEqualTo("ecommerce/order_processing@1.2.3");
    assertThat(template.description()).isEqualTo("Takes an order");
    assertThat(template.metadata())
        .isEqualTo(
            Map.of(
                "author", "Ann", "tags", List.of("orders"), "created_at", "2026-01-31T09:30:00Z"));
    assertThat(template.systemDependencies())
        .isEqualTo(Map.of("primary", "db", "secondary", List.of("cache")));
    assertThat(template.domainEvents()).isEqualTo(List.of(Map.of("name", "order.placed")));
    assertThat(template.lifecycle()).isEqualTo(Map.of("max_duration_minutes", 60));
    assertThat(template.inputSchema().orElseThrow().keywords().toString())
        .isEqualTo("{type=object, properties={total={type=number, minimum=0.5, default=null}}}");
    StepDefinition split = template.step("split").orElseThrow();
    assertThat(split.type()).isEqualTo(StepType.BATCHABLE);
    assertThat(split.handler().callable()).isEqualTo("Orders::Split");
    assertThat(split.handler().method()).isEqualTo("split");
    assertThat(split.handler().resolver()).isEqualTo("explicit_mapping");
    assertThat(split.handler().initialization())
        .isEqualTo(Map.of("worker_template_name", "work", "depth", 3));
    assertThat(split.retry())
        .isEqualTo(
            new RetryPolicy(
                false, 5, BackoffStrategy.LINEAR, Duration.ofMillis(200), Duration.ofSeconds(4)));
    assertThat(split.timeout()).contains(Duration.ofSeconds(30));
    StepDefinition work = template.step("work").orElseThrow();
    assertThat(work.dependencies()).containsExactly("split");
    assertThat(work.systemDependency()).isEqualTo("db");
    assertThat(work.batch())
        .contains(new BatchConfiguration(10, 2, "id", "work", FailureStrategy.FAIL_FAST));
    EventDeclaration event = work.publishesEvents().get(0);
    assertThat(event.condition()).isEqualTo(EventDeclaration.Condition.ALWAYS);
    assertThat(event.deliveryMode()).isEqualTo(EventDeclaration.DeliveryMode.FAST);
    assertThat(event.publisher()).isEqualTo("com.acme.Events");
    assertThat(event.schema().orElseThrow().keywords()).isEqualTo(Map.of("type", "object"));
    assertThat(work.composition()).isEqualTo(Map.of("steps", 1));
    assertThat(work.resultSchema()).isPresent();
    assertThat(template.environments().get("production"))
        .containsExactly(
            new StepOverride(
                "ALL",
                Map.of("depth", 4),
                Optional.of(Duration.ofSeconds(5)),
                Optional.of(
                    new RetryPolicy(
                        true,
                        1,
                        BackoffStrategy.EXPONENTIAL,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30)))));
    assertThat(read(COMPLETE).problems()).isEmpty();
  }

  @Test
  void leftOutFields_takeTheDefaultsOfTaskerCore() {
    StepDefinition step = read(withStep("")).orThrow().template().steps().get(0);

    assertThat(step.type()).isEqualTo(StepType.STANDARD);
    assertThat(step.retry()).isEqualTo(RetryPolicy.DEFAULT);
    assertThat(step.timeout()).isEmpty();
    assertThat(step.dependencies()).isEmpty();
  }

  @Test
  void positions_pointAtValuesAndAtKeysOfCollections() {
    var positions = read(COMPLETE).orThrow().positions();

    assertThat(positions.find(TemplatePath.step(1).key("name"))).contains(new Position(32, 11));
    assertThat(positions.find(TemplatePath.step(1).key("dependencies").item(0)))
        .contains(new Position(35, 18));
    assertThat(positions.find(TemplatePath.step(1).key("dependencies")))
        .contains(new Position(35, 5));
    assertThat(positions.find(TemplatePath.step(1).key("timeout_seconds"))).isEmpty();
    assertThat(positions.nearest(TemplatePath.step(1).key("timeout_seconds")))
        .contains(new Position(32, 5));
  }

  @Test
  void versionNumber_isToBeQuoted() {
    assertThat(onlyText("name: n\nnamespace_name: ns\nversion: 1.0\nsteps: []\n"))
        .isEqualTo(
            """
            orders.yaml:3:10: error: [Tasker/WrongType] 'version' is the number 1.0, but it has to \
            be a text.
                fix: quote it: "1.0".""");
  }

  @Test
  void allProblems_areReportedAtOnce() {
    TemplateReading reading =
        read(
            """
            name: 7
            version: 1.0.0
            steps:
              - handler: {callable: a}
                type: decison
              - name: b
                handler: c
                timeout_seconds: soon
            """);

    assertThat(reading.problems())
        .extracting(TemplateProblem::text)
        .containsExactly(
            """
            orders.yaml:1:1: error: [Tasker/MissingKey] the template has no 'namespace_name', which \
            is required.""",
            """
            orders.yaml:1:7: error: [Tasker/WrongType] 'name' is the number 7, but it has to be a text.
                fix: quote it: "7".""",
            """
            orders.yaml:4:5: error: [Tasker/MissingKey] an item of 'steps' has no 'name', which is \
            required.""",
            """
            orders.yaml:5:11: error: [Tasker/UnknownValue] 'type' of an item of 'steps' is 'decison', \
            which is none of its values.
                did you mean: 'decision'
                known values: standard, decision, deferred_convergence, batchable, batch_worker""",
            """
            orders.yaml:7:14: error: [Tasker/WrongType] 'handler' of step 'b' is the text 'c', but it \
            has to be a mapping.""",
            """
            orders.yaml:8:22: error: [Tasker/WrongType] 'timeout_seconds' of step 'b' is the text \
            'soon', but it has to be a whole number from 0 to 4294967295.""");
    assertThat(reading.template()).isEmpty();
    assertThatThrownBy(reading::orThrow)
        .isInstanceOf(InvalidTemplateException.class)
        .hasMessageContaining("1:7")
        .hasMessageContaining("8:22");
  }

  @Test
  void unknownKey_suggestsMaxAttempts() {
    assertThat(onlyText(withStep("retry: {limit: 3}")))
        .isEqualTo(
            """
            orders.yaml:7:13: warning: [Tasker/UnknownKey] 'retry' of step 'pack' has a key \
            'limit' that Tasker Core does not know and ignores.
                did you mean: 'max_attempts'
                known keys:   backoff, backoff_base_ms, max_attempts, max_backoff_ms, retryable""");
  }

  @Test
  void unknownKey_saysThatDelaysAreInMilliseconds() {
    assertThat(onlyText(withStep("retry: {initial_delay: 3}")))
        .endsWith("fix:          write backoff_base_ms, in milliseconds instead of seconds.");
  }

  @Test
  void unknownKey_leavesTheTemplateUsable() {
    assertThat(read(withStep("lifecycle: {}")).template()).isPresent();
    assertThat(onlyText(withStep("lifecycle: {}")))
        .contains("7:5: warning: [Tasker/UnknownKey] step 'pack' has a key 'lifecycle'");
  }

  @Test
  void bothNamesOfAKey_areADuplicate() {
    assertThat(onlyText(withStep("dependencies: [a]\ndepends_on: [a]")))
        .contains("8:5: error: [Tasker/DuplicateKey] step 'pack' has both 'dependencies' and");
  }

  @Test
  void aliasesAndTextTags_areFollowed() {
    TaskTemplate template =
        read("""
                name: &n nightly
                namespace_name: *n
                version: !!str 1.0
                steps: []
                """)
            .orThrow()
            .template();

    assertThat(template.identity()).isEqualTo("nightly/nightly@1.0");
  }

  @Test
  void timestamp_hasToHaveDateTimeAndOffset() {
    assertThat(onlyText(withStep("") + "metadata: {created_at: 2026-01-31}\n"))
        .contains(
            "7:24: error: [Tasker/InvalidTimestamp] 'created_at' of 'metadata' is '2026-01-31'");
    assertThat(
            read(withStep("") + "metadata: {created_at: 2026-01-31 09:30:00+01:00}\n").problems())
        .isEmpty();
  }

  @Test
  void null_isRefusedWhereTaskerCoreRefusesIt() {
    assertThat(onlyText(withStep("type:")))
        .contains(
            "7:5: error: [Tasker/WrongType] 'type' of step 'pack' is empty, but it has to be");
    assertThat(onlyText(withStep("dependencies: null")))
        .contains("'dependencies' of step 'pack' is null, but it has to be a list.");
    assertThat(read(withStep("description:\ndependencies:\ntimeout_seconds: ~")).problems())
        .isEmpty();
  }

  @Test
  void draft_isThereIfOnlyValuesAreWrong() {
    assertThat(read(withStep("timeout_seconds: soon")).draft()).isPresent();
    assertThat(read(withStep("dependencies: soon")).draft()).isEmpty();
  }

  @Test
  void file_isNamedAsGiven(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("orders.yaml");
    Files.writeString(file, "\uFEFF" + COMPLETE);

    assertThat(new TemplateReader().read(file).orThrow().fileName()).endsWith("/orders.yaml");
  }
}
