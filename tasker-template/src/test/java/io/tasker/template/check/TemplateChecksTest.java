package io.tasker.template.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.HandlerReference;
import io.tasker.template.LocatedTemplate;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateChecksTest {
  private static final String HEAD = "name: n\nnamespace_name: ns\nversion: \"1.0.0\"\nsteps:\n";

  private static List<TemplateProblem> check(String steps) {
    return TemplateChecks.check(new TemplateReader().read("w.yaml", HEAD + steps));
  }

  private static TemplateProblem firstError(String steps) {
    return check(steps).stream().filter(TemplateProblem::isError).findFirst().orElseThrow();
  }

  private static List<ProblemCode> codes(String steps) {
    return check(steps).stream()
        .filter(problem -> problem.severity() != Severity.NOTE)
        .map(TemplateProblem::code)
        .toList();
  }

  private static String step(String name, String rest) {
    return "  - {name: %s, handler: {callable: h}%s}\n"
        .formatted(name, rest.isEmpty() ? "" : ", " + rest);
  }

  @Test
  void everyProblem_isReportedOnceByPosition() {
    assertThat(codes(step("a", "dependencies: [b]") + step("b", "dependencies: [a, nowhere]")))
        .containsExactly(ProblemCode.DEPENDENCY_CYCLE, ProblemCode.UNKNOWN_DEPENDENCY);
  }

  @Test
  void duplicateStep_keepsCyclesSilent() {
    assertThat(codes(step("a", "dependencies: [a]") + step("a", "")))
        .containsExactly(ProblemCode.DUPLICATE_STEP, ProblemCode.DUPLICATE_STEP);
  }

  @Test
  void misspeltDependency_isNotToldAgainAsAnUnconnectedStep() {
    assertThat(codes(step("cart", "") + step("charge", "dependencies: [crat]")))
        .containsExactly(ProblemCode.UNKNOWN_DEPENDENCY);
  }

  @Test
  void selfDependency_isACycle() {
    assertThat(firstError(step("pack", "dependencies: [pack]")).headline())
        .isEqualTo("step 'pack' depends on itself, so it can never run.");
  }

  @Test
  void longCycle_isCutAtEightSteps() {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      steps.append(
          step("s" + (char) ('a' + i), "dependencies: [s" + (char) ('a' + (i + 1) % 12) + "]"));
    }

    assertThat(firstError(steps.toString()).text())
        .contains("'sh' -> … 4 more -> 'sa' depend on each other")
        .contains("12:55 … and 4 more");
  }

  @Test
  void unknownDependency_neverSuggestsTheStepItself() {
    assertThat(firstError(step("pack", "dependencies: [pakc]")).details())
        .containsExactly("known steps: pack");
  }

  @Test
  void manySteps_areCutAtEight() {
    StringBuilder steps = new StringBuilder(step("s0", "dependencies: [nowhere]"));
    for (int i = 1; i <= 9; i++) {
      steps.append(step("s" + i, "dependencies: [s0]"));
    }

    assertThat(firstError(steps.toString()).details())
        .containsExactly("known steps: s0, s1, s2, s3, s4, s5, s6, s7 … and 2 more");
  }

  @Test
  void unreadValue_isNotReportedAgainByItsCheck() {
    assertThat(codes(step("a", "timeout_seconds: -1, retry: {max_attempts: many}")))
        .containsExactly(ProblemCode.WRONG_TYPE, ProblemCode.WRONG_TYPE);
    assertThat(codes("  - {name: a}\n")).containsExactly(ProblemCode.MISSING_KEY);
  }

  @Test
  void unreadValue_doesNotHideOtherProblems() {
    assertThat(codes(step("a", "timeout_seconds: soon, dependencies: [nowhere]")))
        .containsExactlyInAnyOrder(ProblemCode.WRONG_TYPE, ProblemCode.UNKNOWN_DEPENDENCY);
  }

  @Test
  void kindOfStepInDoubt_keepsItsRulesSilent() {
    assertThat(codes(step("a", "") + step("b", "dependencies: [a], type: decison")))
        .containsExactly(ProblemCode.UNKNOWN_VALUE);
  }

  @Test
  void templateWithoutFile_hasPathsOnly() {
    TaskTemplate template =
        TaskTemplate.template("ns", "n", "1.0.0")
            .step(
                StepDefinition.step("a", HandlerReference.to("a"))
                    .dependencies(List.of("b"))
                    .build())
            .build();

    TemplateProblem problem =
        TemplateChecks.check(LocatedTemplate.withoutFile(template)).stream()
            .filter(TemplateProblem::isError)
            .findFirst()
            .orElseThrow();

    assertThat(problem.path()).isEqualTo(TemplatePath.step(0).key("dependencies").item(0));
    assertThat(problem.line()).isZero();
    assertThat(problem.text()).startsWith("error: [Tasker/UnknownDependency] step 'a' depends on");
  }

  @Test
  void closedSchema_makesAnUndeclaredRequiredPropertyAnError() {
    String schema =
        "result_schema: {type: object, properties: {}, required: [a], additionalProperties: %s}";

    assertThat(check(step("s", schema.formatted(false))))
        .extracting(TemplateProblem::severity)
        .containsExactly(Severity.ERROR);
    assertThat(check(step("s", schema.formatted(true))))
        .extracting(TemplateProblem::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void requiredProperty_mayBeDeclaredElsewhere() {
    assertThat(codes(step("s", "result_schema: {type: object, required: [a], allOf: [{}]}")))
        .isEmpty();
  }

  @Test
  void schemaInsideSchemas_isChecked() {
    assertThat(
            codes(
                step(
                    "s",
                    "result_schema: {anyOf: [{type: object, properties: {a: {type: [strin, 'null']}}}]}")))
        .containsExactly(ProblemCode.UNKNOWN_SCHEMA_TYPE);
  }

  @Test
  void enumOfSeveralTypes_admitsEach() {
    assertThat(
            codes(
                step("s", "result_schema: {enum: [a, 1, null], type: [string, integer, 'null']}")))
        .isEmpty();
    assertThat(codes(step("s", "result_schema: {enum: [1.5], type: integer}")))
        .containsExactly(ProblemCode.ENUM_TYPE_MISMATCH);
  }

  @Test
  void convergenceBelowADecision_isFine() {
    assertThat(
            codes(
                step("check", "")
                    + step("route", "dependencies: [check], type: decision")
                    + step("auto", "dependencies: [route]")
                    + step("join", "dependencies: [auto, check], type: deferred_convergence")))
        .isEmpty();
  }

  @Test
  void batchWorkerOfAnotherKind_saysWhichKind() {
    String handler = "handler: {callable: h, initialization: {worker_template_name: split}}";

    assertThat(firstError("  - {name: split, type: batchable, " + handler + "}\n").headline())
        .endsWith("as its batch worker, but that step is of type 'batchable'.");
  }

  @Test
  void largeRetryValue_isAWarningOnly() {
    assertThat(check(step("a", "retry: {max_attempts: 500}")))
        .filteredOn(problem -> problem.code() == ProblemCode.INVALID_RETRY)
        .extracting(TemplateProblem::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void emptyNames_areErrors() {
    assertThat(NamingRules.stepName("").orElseThrow().severity()).isEqualTo(Severity.ERROR);
    assertThat(NamingRules.version("").orElseThrow().severity()).isEqualTo(Severity.ERROR);
    assertThat(NamingRules.namespace("").orElseThrow().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void namespaceOfThirtyCharacters_isTooLong() {
    assertThat(NamingRules.namespace("n".repeat(29))).isEmpty();
    assertThat(NamingRules.namespace("n".repeat(30)).orElseThrow().headline())
        .endsWith("has 30 characters, but queue names leave room for 29.");
  }

  @Test
  void snakeCase_isFoundFromOtherStyles() {
    assertThat(NamingRules.toSnakeCase("Validate-Cart")).isEqualTo("validate_cart");
    assertThat(NamingRules.toSnakeCase("parseHTTPResponse")).isEqualTo("parse_http_response");
    assertThat(NamingRules.toSnakeCase("2nd try")).isEqualTo("nd_try");
  }

  @Test
  void eventName_needsTwoSegments() {
    assertThat(NamingRules.eventName("payment.processed")).isEmpty();
    assertThat(NamingRules.eventName("a.".repeat(100_000) + "a")).isEmpty();
    assertThat(NamingRules.eventName("payment")).isPresent();
    assertThat(NamingRules.eventName("payment..processed")).isPresent();
    assertThat(NamingRules.eventName("Payment.processed")).isPresent();
  }

  @Test
  void tenThousandStepsWithoutOneRightDependency_areCheckedInReasonableTime() {
    TaskTemplate.Builder template = TaskTemplate.template("ns", "n", "1.0.0");
    for (int i = 0; i < 10_000; i++) {
      template.step(
          StepDefinition.step("step_" + i, HandlerReference.to("h"))
              .dependencies(List.of("stop_" + i))
              .build());
    }

    assertThat(TemplateChecks.check(LocatedTemplate.withoutFile(template.build())))
        .filteredOn(TemplateProblem::isError)
        .hasSize(10_000);
  }
}
