package io.tasker.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.TemplateProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scalars and keys are taken for, at their bounds. */
class ScalarsTest {

  @ParameterizedTest
  @CsvSource({
    "-0x1F, -31",
    "+0x1F, 31",
    "0x1F, 31",
    "-0o17, -15",
    "0b101, 5",
    "-9223372036854775808, -9223372036854775808",
    "18446744073709551615, 18446744073709551615"
  })
  void wholeNumbers_inAnyRadix(String text, String value) {
    assertThat(
            step("handler: {callable: pack, initialization: {n: " + text + "}}")
                .orThrow()
                .template()
                .steps()
                .get(0)
                .handler()
                .initialization()
                .get("n"))
        .hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-9223372036854775809", "18446744073709551616"})
  void wholeNumbersOfMoreThan64Bits_areRefused(String text) {
    assertThat(codes(step("handler: {callable: pack, initialization: {n: " + text + "}}")))
        .containsExactly(ProblemCode.WRONG_TYPE);
  }

  @Test
  void numberBeyondDoubles_isAText() {
    assertThat(
            step("description: 1e400\nhandler: {callable: pack}")
                .orThrow()
                .template()
                .steps()
                .get(0)
                .description())
        .hasToString("1e400");
  }

  @Test
  void greatestNumber_isAllowed() {
    assertThat(codes(step("timeout_seconds: 4294967295\nhandler: {callable: pack}"))).isEmpty();
    assertThat(codes(step("timeout_seconds: 4294967296\nhandler: {callable: pack}")))
        .containsExactly(ProblemCode.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-31T09:30:00Z", "2026-01-31t09:30:00z", "2026-01-31 09:30:00+01:00"})
  void times_areThoseOfRfc3339(String time) {
    assertThat(codes(template("metadata: {created_at: \"" + time + "\"}", PACK))).isEmpty();
  }

  @Test
  void time_needsAnOffset() {
    assertThat(codes(template("metadata: {created_at: \"2026-01-31T09:30:00\"}", PACK)))
        .containsExactly(ProblemCode.INVALID_TIMESTAMP);
  }

  @Test
  void keyAndItsAlias_theKeyIsRead() {
    assertThat(codes(step("type: standard\nstep_type: nonsense\nhandler: {callable: pack}")))
        .containsExactly(ProblemCode.DUPLICATE_KEY);
  }

  @Test
  void keyOfAnotherPlace_isNotSuggested() {
    assertThat(text(step("limit: 3\nhandler: {callable: pack}")))
        .contains("'limit'")
        .doesNotContain("did you mean");
  }

  @Test
  void requiredKeyWithoutAValue_isNotCalledAbsent() {
    assertThat(text(step("handler: {callable: }"))).contains(" has no value for 'callable'");
    assertThat(text(step("handler: {}"))).contains(" has no 'callable'");
  }

  private static final String PACK = "handler: {callable: pack}";

  private static TemplateReading step(String lines) {
    return template("description: d", lines);
  }

  private static TemplateReading template(String line, String stepLines) {
    String head = "name: n\nnamespace_name: ns\nversion: 1.0.0\n" + line + "\nsteps:\n";
    return new TemplateReader()
        .read("orders.yaml", head + "  - name: pack\n" + stepLines.indent(4));
  }

  private static List<ProblemCode> codes(TemplateReading reading) {
    return reading.problems().stream().map(TemplateProblem::code).toList();
  }

  private static String text(TemplateReading reading) {
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0).text();
  }
}
