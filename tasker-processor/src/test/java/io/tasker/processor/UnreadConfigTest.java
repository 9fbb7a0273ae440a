package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration keys of a template that nothing reads. */
class UnreadConfigTest {
  private static final String STEP =
      "steps:\n  - {name: pay, handler: {callable: pay, initialization: {curency: USD}}}\n";

  private static final String ALL =
      """
      steps:
        - {name: pay, handler: {callable: pay}}
        - {name: ship, handler: {callable: ship}, dependencies: [pay]}
      environments: {production: {steps: [{name: ALL, handler: {initialization: {curency: EUR}}}]}}
      """;

  @TempDir Path folder;

  @Test
  void keyThatIsNotRead_isToldOnceThoughAnEnvironmentRepeatsIt() throws IOException {
    String environment =
        "environments: {production: {steps: [{name: pay, handler: {initialization: {curency: EUR}}}]}}\n";

    assertThat(
            problems(
                STEP + environment,
                "@Handler static int pay(@Config(value = \"currency\", defaultValue = \"EUR\") String c) { return 1; }"))
        .containsExactly(
            """
            Handlers.java:5:7: warning: [Tasker/UnreadConfig] templates/orders.yaml:5:68: step 'pay' does not read configuration 'curency'.
                did you mean: 'currency'
                known keys: currency
                fix: read it with @Config("curency"), or take it out.""");
  }

  @Test
  void keyOfAllSteps_isToldIfNoneReadsIt() throws IOException {
    assertThat(
            problems(
                ALL,
                "@Handler static int pay(@Config(value = \"currency\", defaultValue = \"EUR\") String c) { return 1; }\n@Handler static int ship() { return 1; }"))
        .containsExactly(
            """
            Handlers.java:5:7: warning: [Tasker/UnreadConfig] templates/orders.yaml:7:85: no step of shop/orders@1.0.0 reads configuration 'curency'.
                did you mean: 'currency'
                known keys: currency
                fix: read it with @Config("curency"), or take it out.""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Handler static int pay() { return 1; }\n@Handler static int ship(@Config(\"curency\") String c) { return 1; }",
        "@Handler static int pay() { return 1; }\n@Handler static int ship(StepContext context) { return 1; }",
      })
  void keyOfAllSteps_isFineIfOneMayReadIt(String handlers) throws IOException {
    assertThat(problems(ALL, handlers))
        .filteredOn(problem -> problem.contains("[Tasker/UnreadConfig]"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Config(\"curency\") String c",
        "@Config(\"curency\") Optional<String> c",
        "StepContext context",
        "@Api(\"https://pay.example.com/${config.curency}\") io.tasker.http.ApiClient api",
      })
  void keyThatIsRead_isFine(String parameter) throws IOException {
    assertThat(problems(STEP, "@Handler static int pay(" + parameter + ") { return 1; }"))
        .isEmpty();
  }

  @Test
  void keyThatIsReadByNeed_isTheMistakeOfItsReader() throws IOException {
    assertThat(
            problems(STEP, "@Handler static int pay(@Config(\"currency\") String c) { return 1; }"))
        .singleElement()
        .asString()
        .contains("[Tasker/MissingConfig]");
  }

  @Test
  void keyOfAHandlerElsewhere_isItsOwnBusiness() throws IOException {
    String two =
        STEP
            + "  - {name: out, dependencies: [pay], handler: {callable: hand_written, initialization: {a: 1}}}\n";

    assertThat(
            project(two, "@Handler static int pay(@Config(\"curency\") String c) { return 1; }")
                .option("-Atasker.unresolved=warn")
                .problems())
        .singleElement()
        .asString()
        .contains("[Tasker/UnknownCallable]");
  }

  private List<String> problems(String rest, String handlers) throws IOException {
    return project(rest, handlers).problems();
  }

  private TemplateProject project(String rest, String handlers) throws IOException {
    return new TemplateProject(folder)
        .template("orders.yaml", "name: orders\nnamespace_name: shop\nversion: \"1.0.0\"\n" + rest)
        .handlers(handlers + "\n");
  }
}
