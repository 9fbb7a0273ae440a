package io.tasker.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.TemplateProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is no YAML, or YAML that is no template, or too much of either. */
class UnreadableTextTest {
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
  void duplicateKey_namesBothLines() {
    assertThat(onlyText(withStep("handler: {callable: other}")))
        .isEqualTo(
            """
            orders.yaml:7:5: error: [Tasker/DuplicateKey] key 'handler' is in this mapping twice.
                first: line 6
                fix:   keep one of the two.""");
  }

  @Test
  void malformedYaml_saysWhereAndHowToMendIt() {
    assertThat(onlyText("name: n\nsteps:\n\t- name: x\n"))
        .isEqualTo(
            """
            orders.yaml:3:1: error: [Tasker/MalformedYaml] this is not YAML: found character \
            '\\t(TAB)' that cannot start any token.
                fix: indent with spaces; YAML does not allow tabs.""");
  }

  @Test
  void emptyFile_isSaidToBeEmpty() {
    assertThat(onlyText("")).contains("1:1: error: [Tasker/EmptyTemplate] the file is empty");
    assertThat(onlyText("# nothing yet\n")).contains("[Tasker/EmptyTemplate]");
    assertThat(onlyText("---\n")).contains("[Tasker/EmptyTemplate]");
  }

  @Test
  void severalDocuments_areAnErrorAtTheSecond() {
    assertThat(onlyText(withStep("") + "---\nname: other\n"))
        .contains("orders.yaml:7:1: error: [Tasker/SeveralDocuments]");
  }

  @Test
  void billionLaughs_isBounded() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i)).append("*a" + (i - 1));
      yaml.append((", *a" + (i - 1)).repeat(9)).append("]\n");
    }

    assertThat(onlyText(yaml.toString()))
        .contains("[Tasker/TemplateTooLarge] the file stands for more than 1000000 values");
  }

  @Test
  void deepNesting_isBounded() {
    assertThat(onlyText("a: " + "[".repeat(200_000)))
        .contains("[Tasker/TemplateTooLarge] mappings and lists are nested more than 64 deep");
  }

  @Test
  void nestingThroughAliases_isBounded() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      yaml.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }

    assertThat(onlyText(yaml.toString())).contains("nested more than 64 deep");
  }

  @Test
  void longFile_isBounded() {
    assertThat(onlyText("#".repeat(YamlLoader.MAX_CHARACTERS + 1)))
        .contains("[Tasker/TemplateTooLarge] the file has more than 8388608 characters");
  }

  @Test
  void longLine_isBounded() {
    assertThat(onlyText("name: n\na: \"" + "x".repeat(YamlLoader.MAX_LINE) + "\""))
        .contains(
            "orders.yaml:2:1: error: [Tasker/TemplateTooLarge] the line has more than 500000");
  }

  @Test
  void recursiveAlias_isAnError() {
    assertThat(read("name: &a [*a]\n").problems().toString())
        .contains("alias '*a' stands for a value that contains the alias itself");
  }

  @Test
  void ownTag_isAnError() {
    assertThat(onlyText(withStep("description: !secret x")))
        .contains("[Tasker/UnsupportedYaml] the tag !secret means nothing in a task template");
  }

  @Test
  void numberAsKey_isToBeQuoted() {
    assertThat(onlyText(withStep("result_schema: {properties: {1: {}}}")))
        .contains("[Tasker/UnsupportedYaml] a key is the number 1, but keys are texts");
  }

  @Test
  void infiniteNumber_isNoJson() {
    assertThat(onlyText(withStep("result_schema: {maximum: .inf}")))
        .contains("'steps[0].result_schema.maximum' is the number .inf, which Tasker Core cannot");
  }

  @Test
  void listInsteadOfTemplate_isAnError() {
    assertThat(onlyText("- a\n")).contains("the file is a list, but a template is a mapping");
  }

  @Test
  void otherEncoding_isReportedWhereItShows() throws IOException {
    byte[] latin = "name: n\ndescription: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            new TemplateReader()
                .read("orders.yaml", new ByteArrayInputStream(latin))
                .problems()
                .get(0)
                .text())
        .startsWith("orders.yaml:2:17: error: [Tasker/MalformedYaml] the file is not in UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1: x",
        "~: x",
        "description: !!python/object:os.system {a: b}",
        "dependencies: !!set {a}",
        "dependencies: [*nope]",
        "description: *nope"
      })
  void oneMistakeOfYaml_isOneProblem(String line) {
    assertThat(read(withStep(line)).problems()).hasSize(1);
  }

  @Test
  void tagOfASteps_isOneProblem() {
    assertThat(onlyText("name: n\nnamespace_name: ns\nversion: 1.0.0\nsteps: !!set {a}\n"))
        .startsWith(
            "orders.yaml:4:8: error: [Tasker/UnsupportedYaml] the tag !!set means nothing in a task"
                + " template.");
    assertThat(onlyText("name: n\nnamespace_name: ns\nversion: 1.0.0\nsteps: &a [*a]\n"))
        .startsWith(
            "orders.yaml:4:12: error: [Tasker/UnsupportedYaml] alias '*a' stands for a value that"
                + " contains the alias itself.");
  }

  @Test
  void mistakesBesideOneOfYaml_areToldToo() {
    assertThat(read(withStep("description: !secret x\ntimeout_seconds: soon\n1: x")).problems())
        .extracting(TemplateProblem::code)
        .containsExactly(
            ProblemCode.UNSUPPORTED_YAML, ProblemCode.WRONG_TYPE, ProblemCode.UNSUPPORTED_YAML);
  }

  @Test
  void otherVersionOfYaml_isNamedWithTheLine() {
    assertThat(onlyText("# Orders\n%YAML 2.0\n---\nname: n\n"))
        .isEqualTo(
            """
            orders.yaml:2:1: error: [Tasker/MalformedYaml] the file is in YAML 2.0, but templates \
            are in YAML 1.2.
                fix: remove the line '%YAML', or write '%YAML 1.2'.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "%", "`"})
  void characterThatBeginsNoText_isToBeQuoted(String first) {
    assertThat(onlyText("name: " + first + "orders\n"))
        .isEqualTo(
            """
            orders.yaml:1:7: error: [Tasker/MalformedYaml] this is not YAML: found character '%s' \
            that cannot start any token.
                fix: put a text that begins with '%s' in quotes."""
                .formatted(first, first));
  }

  @Test
  void asManyValuesAsAllowed_areRead() {
    String list = "a: &a [" + "x, ".repeat(997) + "x]\n";
    String most = list + "b: [" + "*a, ".repeat(999) + "x, ".repeat(995) + "x";

    // The root; a, its list and 998 values; b, its list, 999 times the 999 of a, and 996 values.
    assertThat(read(most + "]").problems())
        .extracting(TemplateProblem::code)
        .doesNotContain(ProblemCode.TEMPLATE_TOO_LARGE);
    assertThat(onlyText(most + ", x]")).contains("stands for more than 1000000 values");
  }
}
